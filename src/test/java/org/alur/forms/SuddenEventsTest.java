package org.alur.forms;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.RiskLevel;
import org.alur.catalogue.Field;
import org.alur.coercion.CoerciveMeasures;
import org.alur.conference.Conference;
import org.alur.conference.Conferences;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.PlanAnswers;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Danger to life and a death, told on the case page and answered by the process of any field. */
@AlurTest
class SuddenEventsTest {

  private static final Map<String, Object> DANGER =
      Map.of(
          "danger", "The brother holds him in a shed without water.",
          "doneSoFar", "The police are on their way.",
          "supervisorCalled", true);

  @Autowired Scenarios scenarios;
  @Autowired ActionForms casePage;
  @Autowired IdentityService identity;
  @Autowired RuntimeService runtime;
  @Autowired Cases cases;
  @Autowired CaseFacts facts;
  @Autowired CoerciveMeasures measures;
  @Autowired Benefits benefits;
  @Autowired Grants grants;
  @Autowired Conferences conferences;
  @Autowired Clock clock;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private void tell(CaseNumber number, String form, Map<String, Object> values) {
    identity.setAuthentication(
        Crew.of(Role.CASEWORKER), List.of(Role.CASEWORKER.key(), "scene-team"));
    try {
      casePage.submit(number.value(), form, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private Scenario request(Field field, String type) {
    return scenarios
        .request(field, Map.of("beneficiaryType", type, "beneficiaryName", name()))
        .answering("register-beneficiary", registration(type))
        .answering("write-case-plan", plan())
        .answering(
            "review-progress",
            but("review-progress", Map.of("goals", List.of(Map.of("attainment", "1")))));
  }

  private static Map<String, Object> plan() {
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.remove("service");
    Map<String, Object> plan = PlanAnswers.plan();
    plan.put("activities", List.of(activity));
    return plan;
  }

  private static String name() {
    return "Orang " + UUID.randomUUID();
  }

  private static Map<String, Object> registration(String type) {
    var answer = but("register-beneficiary", Map.of("fullName", name()));
    if (type.equals("FAMILY")) {
      answer.remove("ownRelation");
    }
    return answer;
  }

  private Map<String, Object> removal() {
    var quarter = clock.instant().plus(Duration.ofHours(20)).getEpochSecond() / 900 * 900;
    return Map.of(
        "kind", "EMERGENCY_REMOVAL",
        "legalBasis", "DANGER_TO_LIFE",
        "documentNumber", "LP/12/2026",
        "necessity", "He has had no water for two days.",
        "lessRestrictive",
            List.of(Map.of("option", "A talk", "reasonRejected", "He threatens us.")),
        "endsAt",
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx")
                .format(Instant.ofEpochSecond(quarter).atOffset(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void danger_to_life_is_told_at_any_time_and_answered_by_the_guard_while_the_case_goes_on(
      Field field) {
    var scenario = request(field, "PERSON").runsUntil("assess-needs");

    tell(scenario.number(), "request-emergency-measure", DANGER);

    assertThat(cases.get(scenario.number()).riskLevel()).contains(RiskLevel.EMERGENCY);
    assertThat(scenario.running()).contains("coercive-intervention", "assessment");
    scenario
        .answering("request-measure", removal())
        .answering("give-second-opinion", Map.of("opinion", "Get him out.", "agrees", "YES"))
        .answering("approve-measure", Map.of("approval", "YES"))
        .runsUntil("write-case-plan");
    assertThat(scenario.forms())
        .contains("respond-to-raised-risk", "request-measure", "approve-measure");
  }

  /** The process of the case called the guard: with it, the guard would go. */
  @Test
  void whatever_called_the_guard_is_neither_deleted_nor_suspended() {
    var scenario = request(Field.SOCIAL_PROTECTION, "PERSON").runsUntil("assess-needs");
    tell(scenario.number(), "request-emergency-measure", DANGER);
    String root =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(scenario.number().value())
            .processDefinitionKey("social-protection")
            .singleResult()
            .getId();

    assertThatThrownBy(() -> runtime.deleteProcessInstance(root, "x"))
        .hasMessageContaining("A coercive measure hangs on this process");
    assertThatThrownBy(() -> runtime.suspendProcessInstanceById(root))
        .hasMessageContaining("A coercive measure hangs on this process");
    assertThat(scenario.running()).contains("coercive-intervention", "assessment");
  }

  @Test
  void a_death_ends_tasks_measures_and_benefits_and_the_case_is_closed() {
    var scenario =
        request(Field.SOCIAL_PROTECTION, "PERSON")
            .answering("give-second-opinion", Map.of("opinion", "Yes.", "agrees", "YES"))
            .answering("approve-measure", Map.of("approval", "YES"))
            .runsUntil("assess-needs");
    tell(scenario.number(), "request-emergency-measure", DANGER);
    scenario.answering("request-measure", removal());
    scenario.runsUntil("approve-measure");
    scenario.submits(Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "YES"));
    assertThat(measures.isAnyInForce(scenario.number())).isTrue();

    var benefit = grants.requested(scenario.number(), 500_000);

    tell(
        scenario.number(),
        "report-death",
        Map.of(
            "diedOn", "2026-01-20",
            "circumstances", "In hospital, of an illness.",
            "toldBy", "The hospital"));

    assertThat(measures.isAnyInForce(scenario.number())).isFalse();
    assertThat(benefits.get(benefit).status()).isEqualTo(Benefit.Status.WITHDRAWN);
    assertThat(scenario.running()).contains("termination").doesNotContain("assessment");
    scenario
        .answering(
            "prepare-closure",
            but(
                "prepare-closure",
                Map.of("closureReason", "DECEASED", "deceasedOn", "2026-01-20"),
                List.of("aftercareAgreed", "basicNeeds", "socialRoles", "problemSolving")))
        .runs();
    assertThat(cases.get(scenario.number()).state()).isEqualTo(CaseState.CLOSED);
    assertThat(cases.get(scenario.number()).closureReason()).contains(ClosureReason.DECEASED);
    assertThat(facts.person(scenario.number()).orElseThrow().deceasedOn()).isPresent();
  }

  @Test
  void a_death_told_on_the_case_page_is_discussed() {
    var scenario = request(Field.SOCIAL_PROTECTION, "PERSON").runsUntil("assess-needs");
    assertThat(conferences.of(scenario.number())).isEmpty();

    tell(
        scenario.number(),
        "report-death",
        Map.of(
            "diedOn", "2026-01-20",
            "circumstances", "In hospital, of an illness.",
            "toldBy", "The hospital"));

    assertThat(conferences.of(scenario.number()))
        .singleElement()
        .matches(each -> each.isOpen() && each.reason() == Conference.Reason.DEATH);
    scenario.discussing().leaving("prepare-closure").runsUntil("prepare-conference");
  }

  @Test
  void a_further_measure_is_asked_for_at_the_case_while_one_is_in_force() {
    var scenario =
        request(Field.SOCIAL_REHABILITATION, "PERSON")
            .answering("give-second-opinion", Map.of("opinion", "Yes.", "agrees", "YES"))
            .answering("approve-measure", Map.of("approval", "YES"))
            .leaving("write-case-plan")
            .runsUntil("write-case-plan");
    var further = Map.<String, Object>of("reason", "The court sits on Monday only.");
    assertThatThrownBy(() -> tell(scenario.number(), "request-further-measure", further))
        .hasMessageContaining("No measure is in force that another could follow.");
    tell(scenario.number(), "request-emergency-measure", DANGER);
    scenario.answering("request-measure", removal()).runsUntilNobodyIsAsked();

    tell(scenario.number(), "request-further-measure", further);

    scenario.leaving("request-measure").runsUntilNobodyIsAsked();
    assertThat(scenario.running()).contains("coercive-intervention");
    assertThat(measures.periods(scenario.number())).hasSize(1);
  }

  @Test
  void a_measure_in_force_keeps_the_case_from_being_closed() {
    var scenario =
        request(Field.SOCIAL_REHABILITATION, "PERSON")
            .answering("give-second-opinion", Map.of("opinion", "Yes.", "agrees", "YES"))
            .runsUntil("prepare-closure");
    tell(scenario.number(), "request-emergency-measure", DANGER);
    scenario.answering("request-measure", removal());
    for (var form : List.of("request-measure", "give-second-opinion", "approve-measure")) {
      scenario.submits(
          form.equals("request-measure")
              ? Crew.of(Role.CASEWORKER)
              : Crew.of(form.startsWith("give") ? Role.CLINICIAN : Role.SUPERVISOR),
          form,
          switch (form) {
            case "request-measure" -> removal();
            case "give-second-opinion" -> Map.of("opinion", "Yes.", "agrees", "YES");
            default -> Map.of("approval", "YES");
          });
    }

    assertThat(measures.isAnyInForce(scenario.number())).isTrue();
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "prepare-closure", but("prepare-closure", Map.of())))
        .hasMessageContaining("A coercive measure is in force");
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
  }

  @Test
  void a_family_goes_on_when_somebody_of_it_dies() {
    var scenario = request(Field.SOCIAL_SECURITY, "FAMILY").runsUntil("assess-needs");

    assertThatThrownBy(
            () ->
                tell(
                    scenario.number(),
                    "report-death",
                    Map.of(
                        "diedOn", "2026-01-20",
                        "circumstances", "The grandfather died.",
                        "toldBy", "The wife")))
        .hasMessageContaining("This case is about a family, for which help goes on");
    assertThat(scenario.running()).contains("assessment");
  }

  @Test
  void a_death_lies_in_the_past_and_nothing_happens_in_a_closed_case() {
    var scenario = request(Field.SOCIAL_SECURITY, "PERSON").runsUntil("assess-needs");
    assertThatThrownBy(
            () ->
                tell(
                    scenario.number(),
                    "report-death",
                    Map.of("diedOn", "2999-01-01", "circumstances", "?", "toldBy", "?")))
        .hasMessageContaining("still to come");
    var closed = scenarios.aCase(Field.SOCIAL_SECURITY);
    cases.close(closed, ClosureReason.MOVED, "budi");
    assertThatThrownBy(() -> tell(closed, "request-emergency-measure", DANGER))
        .hasMessageContaining("The case is closed");
  }
}
