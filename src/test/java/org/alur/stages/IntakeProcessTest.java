package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.alur.support.Answers.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.ClosureReason;
import org.alur.casework.ConsentType;
import org.alur.casework.Consents;
import org.alur.casework.Duplicates;
import org.alur.casework.RiskLevel;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class IntakeProcessTest extends ProcessScenarios {

  @Autowired Consents consents;
  @Autowired Duplicates duplicates;
  @Autowired Clock clock;

  IntakeProcessTest() {
    super("intake");
  }

  private Scenario request() {
    return named("Orang " + UUID.randomUUID());
  }

  /** Names are made up so that only those that are meant to look alike do. */
  private Scenario named(String name) {
    return scenarios
        .request(Field.SOCIAL_REHABILITATION, Map.of("beneficiaryName", name))
        .answering("register-beneficiary", but("register-beneficiary", Map.of("fullName", name)));
  }

  private static Scenario intake(Scenario scenario) {
    return scenario.runsUntil("make-first-contact");
  }

  @Test
  void a_request_without_danger_is_handed_over_to_the_team_of_the_district() {
    var scenario = intake(request());

    assertThat(scenario.forms())
        .containsExactly(
            "register-beneficiary",
            "screen-risk",
            "ask-for-consent",
            "check-eligibility",
            "hand-over-case");
    assertThat(scenario.asked()).allMatch(asked -> asked.role().equals("intake-officer"));
    assertThat(scenario.passed()).contains("EndEvent_CaseHandedOver");
    var found = cases.get(scenario.number());
    assertThat(found.teamId()).contains("scene-team");
    assertThat(found.handedOverAt()).isPresent();
    assertThat(found.primaryPpks()).contains("PPKS-24");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.MEDIUM);
    assertThat(consents.holds(scenario.number(), ConsentType.SERVICE)).isTrue();
    assertThat(consents.holds(scenario.number(), ConsentType.DATA_SHARING)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"EMERGENCY, 2, 100", "HIGH, 24, 75"})
  void a_request_that_sounds_urgent_is_picked_up_in_time_before_the_risk_is_known(
      String level, int hours, int priority) {
    var task =
        firstTaskOf(scenarios.request(Field.SOCIAL_REHABILITATION, Map.of("riskLevel", level)));

    assertThat(task.getPriority()).isEqualTo(priority);
    assertThat(task.getDueDate()).isEqualTo(Date.from(created(task).plus(Duration.ofHours(hours))));
  }

  @Test
  void a_request_that_sounds_harmless_has_no_more_time_than_one_of_which_nobody_knows() {
    var harmless =
        firstTaskOf(scenarios.request(Field.SOCIAL_REHABILITATION, Map.of("riskLevel", "LOW")));

    // LOW would be 25, and due in two working days.
    assertThat(harmless.getPriority()).isEqualTo(50);
  }

  private Task firstTaskOf(Scenario scenario) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(scenario.number().value())
        .singleResult();
  }

  private static Instant created(Task task) {
    return task.getCreateTime().toInstant();
  }

  @Test
  void one_sign_of_danger_makes_an_emergency_and_safety_comes_before_consent() {
    Map<String, Object> danger = risk("0");
    danger.put("dangerSigns", List.of("NO_SAFE_PLACE"));

    var scenario = intake(request().answering("screen-risk", danger));

    assertThat(scenario.forms())
        .containsSubsequence("screen-risk", "secure-safety", "ask-for-consent");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void a_refusal_of_help_does_not_stop_protection_in_an_emergency() {
    Map<String, Object> danger = risk("0");
    danger.put("dangerSigns", List.of("LIFE_THREAT"));

    var scenario =
        intake(request().answering("screen-risk", danger).answering("ask-for-consent", refusal()));

    assertThat(scenario.passed()).contains("EndEvent_CaseHandedOver");
    assertThat(consents.holds(scenario.number(), ConsentType.SERVICE)).isFalse();
  }

  private static Map<String, Object> refusal() {
    return but(
        "ask-for-consent",
        Map.of("serviceDecision", "REFUSED", "refusalReason", "She wants to be left alone."),
        List.of("sharingDecision"));
  }

  @Test
  void who_wants_no_help_is_told_so_and_the_request_is_rejected() {
    var scenario =
        request()
            .answering("ask-for-consent", refusal())
            .answering(
                "explain-rejection",
                but("explain-rejection", Map.of("rejectionReason", "CLIENT_REFUSED")))
            .runs();

    assertThat(scenario.isOver()).isTrue();
    assertThat(scenario.passed())
        .contains("EndEvent_RequestRejected", "EndEvent_RequestNotEligible");
    assertThat(scenario.forms()).doesNotContain("hand-over-case");
    assertThat(cases.get(scenario.number()).state()).isEqualTo(CaseState.REJECTED);
    assertThat(cases.get(scenario.number()).closureReason()).contains(ClosureReason.CLIENT_REFUSED);
  }

  @Test
  void somebody_known_already_is_joined_to_the_person_on_file() {
    String name = "Ratnaningsih " + UUID.randomUUID();
    var first = cases.get(intake(named(name)).number()).beneficiary();
    var second = named(name).runsUntil("compare-duplicates");
    second.answering("compare-duplicates", samePerson(second.number()));

    intake(second);

    assertThat(cases.get(second.number()).beneficiary()).isEqualTo(first);
  }

  private Map<String, ?> samePerson(CaseNumber number) {
    var candidate = duplicates.of(number).get(0);
    return Map.of(
        "decision", "SAME",
        "same", List.of(Identity.key(candidate)),
        "reason", "She showed the same card.");
  }

  @Test
  void somebody_who_only_looks_alike_stays_a_person_of_their_own() {
    String name = "Kusumawardani " + UUID.randomUUID();
    var first = cases.get(intake(named(name)).number()).beneficiary();

    var second = intake(named(name));

    assertThat(second.forms()).contains("compare-duplicates");
    assertThat(cases.get(second.number()).beneficiary()).isNotEqualTo(first);
  }

  @Test
  void a_main_problem_outside_the_problems_is_refused_and_nothing_is_stored() {
    var scenario = request().runsUntil("register-beneficiary");
    Map<String, Object> wrong = but("register-beneficiary", Map.of("primaryProblem", "PPKS-19"));

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.INTAKE_OFFICER), "register-beneficiary", wrong))
        .hasMessageContaining("main problem");
    assertThat(cases.get(scenario.number()).primaryPpks()).isEmpty();
  }

  @Test
  void a_child_does_not_consent_alone() {
    String name = "Anak " + UUID.randomUUID();
    var child = new HashMap<>(but("register-beneficiary", Map.of("fullName", name)));
    child.put("birthDate", LocalDate.now(clock).minusYears(12).toString());
    child.put("birthDateEstimated", true);
    var scenario =
        named(name).answering("register-beneficiary", child).runsUntil("ask-for-consent");
    var alone = but("ask-for-consent", Map.of("childAssent", "YES"));

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.INTAKE_OFFICER), "ask-for-consent", alone))
        .hasMessageContaining("parent");

    alone.put("givenBy", "PARENT");
    scenario.answering("ask-for-consent", alone);
    assertThat(intake(scenario).passed()).contains("EndEvent_CaseHandedOver");
  }
}
