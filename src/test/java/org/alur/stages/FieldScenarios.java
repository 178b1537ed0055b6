package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.engine.Processes;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.alur.support.Scripted;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The spine that all fields share; what the stages find is scripted, they have scenarios of their
 * own. Only the guard of coercive measures is the real one, as nothing else may take its place.
 */
abstract class FieldScenarios extends ProcessScenarios {

  @Autowired Scripted scripted;
  @Autowired Processes processes;
  @Autowired RiskAssessments risks;

  private final List<String> deployments = new ArrayList<>();

  private final Field field;

  FieldScenarios(Field field) {
    super(field.key());
    this.field = field;
  }

  @BeforeAll
  void stubTheStages() {
    deploy("intake", stub("intake", "eligible", "riskLevel", "setting"));
    deploy("assessment", stub("assessment", "riskLevel", "setting"));
    deploy("case-plan", stub("case-plan", "leadingApproach", "planVersion"));
    for (var approach : List.of("persuasive", "motivational")) {
      deploy(approach + "-intervention", stub(approach + "-intervention"));
    }
    deploy("monitoring", stub("monitoring", "monitoringResult", "riskLevel"));
    deploy("termination", stub("termination"));
  }

  private void deploy(String key, BpmnModelInstance model) {
    deployments.add(
        Platform.call(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addModelInstance(key + ".bpmn", model)
                    .deploy()
                    .getId()));
  }

  /** The real stages are the newest again. */
  @AfterAll
  void removeTheStubs() {
    deployments.forEach(
        id -> Platform.run(() -> engine.getRepositoryService().deleteDeployment(id, true)));
  }

  private static BpmnModelInstance stub(String key, String... variables) {
    var model =
        Bpmn.createExecutableProcess(key).name("Stub").camundaHistoryTimeToLive(1).startEvent();
    var last = model.intermediateThrowEvent();
    for (var variable : variables) {
      last =
          last.serviceTask()
              .camundaExpression("${scripted.answer('" + variable + "')}")
              .camundaResultVariable(variable)
              .intermediateThrowEvent();
    }
    return last.endEvent().done();
  }

  private Scenario request(String approach, Object... monitoringResults) {
    scripted.say("eligible", true);
    scripted.say("riskLevel", "MEDIUM");
    scripted.say("setting", "FAMILY");
    scripted.say("leadingApproach", approach);
    scripted.say("planVersion", 1L);
    scripted.say("monitoringResult", monitoringResults);
    return scenarios.request(field, Map.of());
  }

  /** As the form sends it, which knows quarters of an hour only. */
  private static String inTwelveHours() {
    Instant moment = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(12));
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx")
        .format(
            Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900).atOffset(ZoneOffset.UTC));
  }

  /** What the guard asks when danger to life leaves no time; the second opinion says no. */
  private Scenario withoutMeasure(Scenario scenario) {
    return scenario
        .answering(
            "request-measure",
            Map.of(
                "kind", "EMERGENCY_REMOVAL",
                "legalBasis", "DANGER_TO_LIFE",
                "documentNumber", "7/2026",
                "necessity", "The river has reached the house.",
                "lessRestrictive",
                    List.of(Map.of("option", "Upper floor", "reasonRejected", "There is none.")),
                "endsAt", inTwelveHours()))
        .answering(
            "give-second-opinion", Map.of("opinion", "The neighbours take them.", "agrees", "NO"));
  }

  @Test
  void the_case_has_a_number_of_the_field_and_its_processes_know_it() {
    var scenario = request("PERSUASIVE", "GOALS_MET");

    assertThat(scenario.number().value()).startsWith(field.code() + "-");
    assertThat(cases.get(scenario.number()).field()).isEqualTo(field);
    assertThat(scenario.told("field")).containsOnly(field.key());
  }

  @Test
  void a_persuasive_case_goes_straight_to_its_end() {
    var scenario = request("PERSUASIVE", "GOALS_MET");

    assertThat(scenario.isOver()).isTrue();
    assertThat(scenario.passed())
        .containsSubsequence(
            "CallActivity_Intake",
            "CallActivity_Assessment",
            "CallActivity_CasePlan",
            "CallActivity_PersuasiveIntervention",
            "CallActivity_Monitoring",
            "CallActivity_Termination",
            "EndEvent_CaseClosed");
  }

  @Test
  void the_plan_is_adjusted_and_the_needs_are_assessed_again_until_the_goals_are_met() {
    var passed = request("MOTIVATIONAL", "ADJUST_PLAN", "ASSESS_AGAIN", "GOALS_MET").passed();

    assertThat(passed).filteredOn("CallActivity_MotivationalIntervention"::equals).hasSize(3);
    assertThat(passed).filteredOn("CallActivity_CasePlan"::equals).hasSize(3);
    assertThat(passed).filteredOn("CallActivity_Assessment"::equals).hasSize(2);
  }

  @Test
  void a_coercive_case_shows_as_such() {
    // The guard delivers the plan's services as well, so there must not be a plan of thin air.
    deploy("case-plan", stub("case-plan", "leadingApproach"));
    var scenario = withoutMeasure(request("COERCIVE", "GOALS_MET")).runs();
    deploy("case-plan", stub("case-plan", "leadingApproach", "planVersion"));

    assertThat(scenario.passed())
        .contains("CallActivity_CoerciveIntervention")
        .doesNotContain("CallActivity_PersuasiveIntervention");
  }

  @Test
  void a_request_that_is_not_ours_ends_after_intake() {
    scripted.say("riskLevel", "LOW");
    scripted.say("setting", "FAMILY");
    scripted.say("eligible", false);

    var scenario = scenarios.request(field, Map.of());

    assertThat(scenario.passed())
        .contains("EndEvent_RequestNotEligible")
        .doesNotContain("CallActivity_Assessment");
  }

  /** A case whose plan waits for somebody, so that something can happen meanwhile. */
  private Scenario waiting() {
    deploy(
        "case-plan",
        Bpmn.createExecutableProcess("case-plan")
            .name("Stub")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent()
            .timerWithDuration("P1000D")
            .endEvent()
            .done());
    try {
      return request("PERSUASIVE", "GOALS_MET");
    } finally {
      // Running instances keep their definition until the end of the class.
      deploy("case-plan", stub("case-plan", "leadingApproach", "planVersion"));
    }
  }

  private void tell(Scenario scenario, String message) {
    int told = processes.tell(scenario.number().value(), message, Map.of());
    assertThat(told).as("processes that wait for " + message).isEqualTo(1);
  }

  @Test
  void a_supervisor_answers_a_raised_risk_while_the_case_goes_on() {
    var scenario = waiting();

    tell(scenario, "case.risk-raised");
    scenario.runsUntil("respond-to-raised-risk");
    scenario.runs();

    assertThat(scenario.asked())
        .contains(new Scenario.Asked("respond-to-raised-risk", "supervisor", "scene-supervisor"));
    assertThat(scenario.passed()).contains("EndEvent_RiskAnswered", "EndEvent_CaseClosed");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void a_risk_that_somebody_raises_on_the_case_page_comes_to_the_supervisor() {
    var scenario = waiting();

    risks.raise(
        scenario.number(),
        RiskLevel.EMERGENCY,
        "Threatened",
        Crew.of(Role.CASEWORKER),
        Optional.empty());
    scenario.runs();

    assertThat(scenario.asked())
        .extracting(Scenario.Asked::form)
        .containsOnlyOnce("respond-to-raised-risk");
  }

  @Test
  void an_emergency_measure_goes_through_the_guard_only() {
    var scenario = waiting();

    tell(scenario, "case.emergency-measure-requested");
    withoutMeasure(scenario).runsUntilNobodyIsAsked();

    assertThat(scenario.passed())
        .contains("CallActivity_EmergencyMeasure", "EndEvent_EmergencyMeasureEnded");
    assertThat(scenario.running()).contains("case-plan");
  }

  @Test
  void a_withdrawn_consent_is_answered_by_the_caseworker() {
    var scenario = waiting();

    tell(scenario, "case.consent-withdrawn");
    scenario.runs();

    assertThat(scenario.forms()).containsExactly("respond-to-withdrawn-consent");
    assertThat(scenario.passed()).contains("EndEvent_WithdrawalHonoured");
  }

  @Test
  void who_wants_no_more_help_comes_straight_to_the_closure() {
    var scenario = waiting();

    tell(scenario, "help.not-wanted");

    assertThat(scenario.passed())
        .contains("BoundaryEvent_HelpNotWanted", "CallActivity_Termination", "EndEvent_CaseClosed")
        .doesNotContain("CallActivity_Monitoring", "EndEvent_HelpCompleted");
  }

  @Test
  void a_death_ends_what_is_going_on_and_closes_the_case() {
    var scenario = waiting();

    tell(scenario, "case.beneficiary-died");

    assertThat(scenario.isOver()).isTrue();
    assertThat(scenario.passed())
        .contains("CallActivity_TerminationAfterDeath", "EndEvent_CaseClosedAfterDeath")
        .doesNotContain("CallActivity_Monitoring");
  }

  @Test
  void a_reopened_case_begins_with_a_new_assessment() {
    request("PERSUASIVE", "GOALS_MET");
    var number = scenarios.aCase(field);

    processes.begin(
        field.key() + ".case-reopened",
        number.value(),
        Map.of(
            "field", field.key(),
            "beneficiaryType", "PERSON",
            "riskLevel", "MEDIUM",
            "setting", "FAMILY"));

    assertThat(cases.get(number).stage().name()).isEqualTo("TERMINATION");
  }
}
