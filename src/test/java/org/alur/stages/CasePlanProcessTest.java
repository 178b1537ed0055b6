package org.alur.stages;

import static org.alur.support.PlannedCases.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.ActivityStatus;
import org.alur.casework.PlanStatus;
import org.alur.casework.Plans;
import org.alur.casework.RiskLevel;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.PlanAnswers;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CasePlanProcessTest extends ProcessScenarios {

  @Autowired Plans plans;
  @Autowired PlannedCases planned;
  @Autowired PlanApproval approval;

  CasePlanProcessTest() {
    super("case-plan");
  }

  private Scenario planning() {
    return planning(RiskLevel.MEDIUM);
  }

  private Scenario planning(RiskLevel risk) {
    var number = scenarios.aCase(risk, "1990-05-05");
    return scenarios.process("case-plan", number, Map.of());
  }

  private static Map<String, Object> planBut(Map<String, ?> different) {
    return but(PlanAnswers.plan(), different);
  }

  private void refused(Scenario scenario, Map<String, ?> plan, String sentence) {
    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), "write-case-plan", plan))
        .hasMessageContaining(sentence);
  }

  @Test
  void a_plan_is_in_force_when_the_supervisor_has_approved_it() {
    var scenario = planning().runs();

    assertThat(scenario.forms())
        .containsExactly("explore-willingness", "write-case-plan", "approve-case-plan");
    assertThat(scenario.asked().get(2).role()).isEqualTo("supervisor");
    var plan = plans.inForce(scenario.number()).orElseThrow();
    assertThat(plan.version()).isEqualTo(1);
    assertThat(plan.preparedBy()).isEqualTo(Crew.of(Role.CASEWORKER));
    assertThat(plan.decidedBy()).hasValue(Crew.of(Role.SUPERVISOR));
    assertThat(plan.signedBy()).hasValue("SELF");
    assertThat(plan.reviewDue()).isPresent();
    assertThat(plan.activities())
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.status()).isEqualTo(ActivityStatus.PLANNED);
              assertThat(activity.details().serviceKey()).hasValue("family-casework");
              assertThat(activity.details().goal()).hasValue(1);
            });
  }

  @Test
  void a_returned_plan_is_written_again_and_the_first_version_stays_as_it_was() {
    var scenario =
        planning()
            .answering(
                "approve-case-plan",
                Map.of("planDecision", "RETURNED", "decisionReason", "Say who counts."),
                Map.of("planDecision", "APPROVED"))
            .answering(
                "write-case-plan",
                PlanAnswers.plan(),
                planBut(Map.of("summary", "The mother counts.")))
            .runs();

    var first = plans.get(scenario.number(), 1);
    assertThat(first.status()).isEqualTo(PlanStatus.RETURNED);
    assertThat(first.decisionReason()).hasValue("Say who counts.");
    assertThat(first.summary()).isEqualTo(PlanAnswers.plan().get("summary"));
    assertThat(plans.inForce(scenario.number()).orElseThrow().summary())
        .isEqualTo("The mother counts.");
  }

  @Test
  void nobody_approves_a_plan_of_their_own() {
    var scenario = planning().runsUntil("approve-case-plan");
    var refusals = new Refusals();

    approval.check(approvalBy(Crew.of(Role.CASEWORKER), scenario), refusals);

    assertThat(refusals.all())
        .singleElement()
        .satisfies(
            refusal -> assertThat(refusal.message()).startsWith("You wrote this plan yourself"));
    assertThatThrownBy(
            () -> plans.approve(scenario.number(), 1, Crew.of(Role.CASEWORKER), Optional.empty()))
        .hasMessageContaining("Nobody decides about a plan of their own");
  }

  private static Submission approvalBy(String user, Scenario scenario) {
    var context =
        new FormContext(
            "approve-case-plan",
            Optional.of(scenario.number().value()),
            Optional.empty(),
            Map.of(),
            user);
    return new Submission(
        UUID.randomUUID(), context, Instant.EPOCH, Map.of("planDecision", "APPROVED"));
  }

  @Test
  void a_new_plan_takes_the_place_of_the_one_before() {
    var number = planned.withPlan("family-casework");
    scenarios.process("case-plan", number, Map.of()).runs();

    assertThat(plans.inForce(number).orElseThrow().version()).isEqualTo(2);
    var before = plans.get(number, 1);
    assertThat(before.status()).isEqualTo(PlanStatus.SUPERSEDED);
    assertThat(before.activities())
        .allMatch(activity -> activity.status() == ActivityStatus.CANCELLED);
  }

  @Test
  void compulsion_comes_after_a_persuasive_and_a_motivational_attempt() {
    var scenario = planning().runsUntil("write-case-plan");

    refused(
        scenario,
        planBut(Map.of("leadingApproach", "COERCIVE", "approachReason", "He hits.")),
        "Compulsion comes after");
  }

  @Test
  void a_coercive_activity_needs_the_coercive_approach_to_lead() {
    var scenario = planning().runsUntil("write-case-plan");
    var activity = but(PlanAnswers.activity(), Map.of("approach", "COERCIVE"));

    refused(scenario, planBut(Map.of("activities", List.of(activity))), "safeguards");
  }

  @Test
  void an_emergency_may_be_met_with_compulsion_at_once() {
    var scenario =
        planning(RiskLevel.EMERGENCY)
            .answering(
                "explore-willingness",
                Map.of(
                    "personsWish", "Nothing.",
                    "willingness", "REFUSED",
                    "stageOfChange", "PRECONTEMPLATION"))
            .answering("write-case-plan", planBut(Map.of("leadingApproach", "COERCIVE")))
            .runs();

    assertThat(plans.inForce(scenario.number())).isPresent();
  }

  @Test
  void a_plan_says_who_agreed_for_the_client() {
    var scenario = planning().runsUntil("write-case-plan");
    var provider = Map.of("name", "Tono", "relation", "PROVIDER", "method", "SIGNATURE");

    refused(scenario, planBut(Map.of("agreedBy", List.of(provider))), "Name who agreed");
  }

  @Test
  void a_refusal_to_sign_is_recorded_and_the_supervisor_decides() {
    var refused = planBut(Map.of("agreement", "REFUSED", "refusalReason", "Too many visits."));
    List.of("agreedBy", "signedOn").forEach(refused::remove);

    var scenario = planning().answering("write-case-plan", refused).runs();

    assertThat(plans.inForce(scenario.number()).orElseThrow().refusalToSign())
        .hasValue("Too many visits.");
  }

  @Test
  void a_plan_refers_to_its_own_goals_to_services_on_offer_and_to_days_in_order() {
    var scenario = planning().runsUntil("write-case-plan");

    refused(scenario, withActivity(Map.of("goalNumber", 2)), "There is no goal 2");
    refused(scenario, withActivity(Map.of("dueOn", "2020-01-01")), "ends before it begins");
    refused(scenario, withActivity(Map.of("service", "no-such-service")), "Service");
  }

  private static Map<String, Object> withActivity(Map<String, ?> different) {
    return planBut(Map.of("activities", List.of(but(PlanAnswers.activity(), different))));
  }
}
