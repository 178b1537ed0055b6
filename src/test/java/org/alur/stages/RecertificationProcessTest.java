package org.alur.stages;

import static org.alur.support.AssistanceAnswers.outcome;
import static org.alur.support.AssistanceAnswers.recertificationVisit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.assistance.AssistanceComponent;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecertificationProcessTest extends AssistanceScenarios {

  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);

  RecertificationProcessTest() {
    super("recertification");
  }

  CaseNumber number = new CaseNumber("SR-2000-000001");
  UUID enrolment = new UUID(0, 0);

  @BeforeEach
  void assist() {
    number = aCaseWithThePlan();
    enrolment = granted(number, AssistanceComponent.BASIC_NEEDS);
  }

  private Scenario recertifying(String outcome) {
    var today = today().toString();
    return answered(
            scenarios.process(
                "recertification", number, Map.of("enrolmentId", enrolment.toString())))
        .answering("decide-recertification", outcome(outcome))
        .answering("give-removal-notice", notice(today))
        .answering(
            "take-removal-objection", Map.of("objectedOn", today, "objection", "We live here."));
  }

  private static Map<String, Object> notice(String day) {
    return new HashMap<>(
        Map.of(
            "explanation",
            "You live elsewhere now.",
            "toldHow",
            "IN_PERSON",
            "toldOn",
            day,
            "objectionExplained",
            true));
  }

  @Test
  void a_family_that_still_needs_it_continues() {
    var scenario = recertifying("CONTINUE").runs();

    assertThat(scenario.forms())
        .containsExactly("visit-for-recertification", "decide-recertification");
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::role)
        .containsExactly("welfare-staff", "supervisor");
    assertThat(scenario.passed()).contains("EndEvent_AssistanceContinues");
    assertThat(status(enrolment)).isEqualTo("DETERMINED");
  }

  @Test
  void a_family_that_wants_to_go_without_graduates_with_congratulation_and_report() {
    var scenario = recertifying("GRADUATE").runs();

    assertThat(scenario.forms()).endsWith("congratulate-family");
    assertThat(status(enrolment)).isEqualTo("GRADUATED");
  }

  @Test
  void nobody_graduates_who_did_not_say_so() {
    var scenario =
        recertifying("GRADUATE")
            .answering(
                "visit-for-recertification", recertificationVisit("NO", one(number, "BASIC_NEEDS")))
            .runsUntil("decide-recertification");

    refused(
        scenario,
        SUPERVISOR,
        "decide-recertification",
        outcome("GRADUATE"),
        "did not want to go without");
    assertThat(records(number, "decide-recertification")).isZero();
  }

  @Test
  void there_is_nothing_to_continue_with_if_nobody_is_left_for_whom_it_is_paid() {
    var scenario =
        recertifying("CONTINUE")
            .answering("visit-for-recertification", recertificationVisit("NO", List.of()))
            .runsUntil("decide-recertification");

    refused(scenario, SUPERVISOR, "decide-recertification", outcome("CONTINUE"), "found nobody");
  }

  @Test
  void who_is_removed_knows_it_for_fourteen_days_before_anything_stops() {
    var scenario = recertifying("REMOVE").runsUntil("take-removal-objection");
    LocalDate told = today();
    scenario.waits(Duration.ofDays(13));
    assertThat(status(enrolment)).isEqualTo("DETERMINED");

    scenario.leaving("take-removal-objection").runs();

    assertThat(scenario.passed()).contains("BoundaryEvent_NoticeOver", "EndEvent_FamilyRemoved");
    assertThat(scenario.forms()).doesNotContain("take-removal-objection");
    assertThat(status(enrolment)).isEqualTo("REMOVED");
    assertThat(endedOn()).isEqualTo(told.plusDays(15));
  }

  private LocalDate endedOn() {
    return database
        .sql("SELECT ended_on FROM enrolments WHERE id = :id")
        .param("id", enrolment)
        .query(LocalDate.class)
        .single();
  }

  @Test
  void an_objection_is_reviewed_by_another_supervisor_and_if_upheld_the_assistance_continues() {
    var scenario = recertifying("REMOVE").runs();

    assertThat(scenario.forms()).endsWith("take-removal-objection", "review-removal-objection");
    assertThat(userOf(scenario, "review-removal-objection"))
        .isNotEqualTo(userOf(scenario, "decide-recertification"));
    assertThat(scenario.passed()).contains("EndEvent_AssistanceContinues");
    assertThat(status(enrolment)).isEqualTo("DETERMINED");
  }

  private static String userOf(Scenario scenario, String form) {
    return scenario.asked().stream()
        .filter(asked -> asked.form().equals(form))
        .map(Scenario.Asked::user)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_objection_that_is_rejected_shortens_no_notice() {
    var scenario =
        recertifying("REMOVE")
            .answering("review-removal-objection", Map.of("upheld", "NO", "reason", "They moved."))
            .runsUntil("review-removal-objection");
    LocalDate told = today();
    scenario.runs();

    assertThat(scenario.passed())
        .contains("IntermediateCatchEvent_NoticeEnded", "EndEvent_FamilyRemoved");
    assertThat(endedOn()).isEqualTo(told.plusDays(15));
    assertThat(status(enrolment)).isEqualTo("REMOVED");
  }

  @Test
  void the_supervisor_who_decided_does_not_review_the_objection() {
    var scenario = recertifying("REMOVE").runsUntil("review-removal-objection");
    var decider = userOf(scenario, "decide-recertification");

    refused(
        scenario,
        decider,
        "review-removal-objection",
        Map.of("upheld", "NO", "reason", "I was right."),
        "another supervisor has to");
    assertThat(records(number, "review-removal-objection")).isZero();
  }

  @Test
  void a_notice_is_neither_given_before_the_decision_nor_in_the_future() {
    var scenario = recertifying("REMOVE").runsUntil("give-removal-notice");
    var caseworker = Crew.of(Role.CASEWORKER);

    refused(
        scenario,
        caseworker,
        "give-removal-notice",
        notice(today().minusDays(20).toString()),
        "before the decision");
    refused(scenario, caseworker, "give-removal-notice", notice("2999-01-01"), "still to come");
    ClockUtil.reset();
  }
}
