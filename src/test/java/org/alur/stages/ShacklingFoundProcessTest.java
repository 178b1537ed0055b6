package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.ClosureReason;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskOverride;
import org.alur.catalogue.Field;
import org.alur.engine.Processes;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pasung is an emergency whenever it is found (UU 17/2023 art. 76, 434). */
class ShacklingFoundProcessTest extends ProcessScenarios {

  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final Map<String, Object> REFUSED =
      Answers.but(
          "ask-for-release",
          Map.of("released", "NO", "nextStep", "The nurse goes there tomorrow."),
          List.of("releasedAt", "care"));
  private static final Map<String, Object> STILL_SHACKLED =
      Answers.but("press-for-release", Map.of("released", "NO"), List.of("releasedAt", "care"));

  @Autowired RiskAssessments risks;
  @Autowired ShacklingRules rules;
  @Autowired CasePageActions actions;
  @Autowired Processes processes;
  @Autowired Measures measures;
  @Autowired Grants grants;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  ShacklingFoundProcessTest() {
    super("shackling-found");
  }

  private Scenario found() {
    var number = scenarios.aCase();
    cases.enter(number, CaseStage.MONITORING);
    risks.noteDanger(
        number, List.of(RiskOverride.SHACKLING), "In the shed.", CASEWORKER, Optional.empty());
    // An emergency is discussed in a conference as well, which is another test's matter.
    return scenarios.resume(number).leaving("prepare-conference");
  }

  @Test
  void whoever_is_found_is_asked_for_until_they_are_free() {
    var scenario =
        found()
            .answering("ask-for-release", REFUSED)
            .answering("press-for-release", STILL_SHACKLED, Answers.to("press-for-release"))
            .runsUntilNobodyIsAsked();

    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
    assertThat(scenario.asked())
        .extracting(asked -> asked.role() + " " + asked.form())
        .containsExactly(
            "caseworker ask-for-release",
            "supervisor press-for-release",
            "supervisor press-for-release");
    assertThat(scenario.running()).doesNotContain("shackling-found");
  }

  @Test
  void it_is_asked_for_round_the_clock_and_once() {
    var scenario = found();
    risks.noteDanger(
        scenario.number(), List.of(RiskOverride.SHACKLING), "Again.", CASEWORKER, Optional.empty());

    assertThat(
            database
                .sql(
                    """
                    SELECT concat_ws(' ', counted_in, target_at - set_at) FROM deadlines
                    WHERE case_number = :number AND step = 'UserTask_AskForRelease'
                    """)
                .param("number", scenario.number().value())
                .query(String.class)
                .single())
        .startsWith("ROUND_THE_CLOCK 0");
    scenario.runsUntilNobodyIsAsked();
    assertThat(scenario.forms()).containsExactly("ask-for-release");
  }

  @Test
  void found_at_intake_the_supervisor_asks() {
    var scenario =
        scenarios
            .request(Field.SOCIAL_REHABILITATION, Map.of())
            .leaving("prepare-conference")
            .answering(
                "screen-risk",
                Answers.but("screen-risk", Map.of("dangerSigns", List.of("SHACKLING"))))
            .runsUntil("assess-needs");

    assertThat(scenario.asked())
        .extracting(asked -> asked.role() + " " + asked.form())
        .contains("supervisor ask-for-release");
    assertThat(scenario.running()).doesNotContain("shackling-found");
  }

  @Test
  void found_at_the_first_meeting_the_case_is_an_emergency_and_the_supervisor_is_told() {
    var scenario =
        scenarios
            .request(Field.SOCIAL_REHABILITATION, Map.of())
            .answering(
                "meet-person",
                Answers.but("meet-person", Map.of("dangerSigns", List.of("SHACKLING"))))
            .leaving("prepare-conference")
            .leaving("respond-to-raised-risk")
            .leaving("ask-for-release")
            .runsUntil("assess-needs");

    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
    assertThat(scenario.running()).contains("shackling-found");
    assertThat(scenario.forms()).doesNotContain("respond-to-raised-risk");
    assertThat(waiting(scenario.number())).contains("UserTask_RespondToRaisedRisk");
  }

  private List<String> waiting(CaseNumber number) {
    return database
        .sql(
            """
            SELECT t.task_def_key_ FROM act_ru_task t
              JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_ WHERE e.business_key_ = :number
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  @Test
  void found_on_a_visit_it_is_told_with_the_form_of_the_visit() {
    var number = scenarios.aCase();
    var scenario =
        scenarios
            .process("monitoring", number, Map.of("monitoringRounds", 0L))
            .leaving("prepare-conference")
            .answering(
                "visit-person",
                Answers.but("visit-person", Map.of("dangerSigns", List.of("SHACKLING"))))
            .runsUntil("ask-for-release");

    assertThat(scenario.running()).contains("shackling-found");
    assertThat(riskOf(number)).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void found_when_a_measure_is_reviewed_it_is_told_there() {
    var scenario =
        measures
            .guarding(measures.aCaseWithAttempts())
            .leaving("prepare-conference")
            .answering(
                "request-measure",
                measures.request(
                    "INSTITUTION_PLACEMENT", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .runsUntil("review-measure");
    scenario.submits(
        Crew.of(Role.SUPERVISOR),
        "review-measure",
        Answers.but(
            "review-measure",
            Map.of(
                "shackled", true,
                "clientHeard", true,
                "clientView", "My foot is chained at night.",
                "outcome", "END",
                "reason", "Nobody is treated so.")));

    assertThat(scenario.running()).contains("shackling-found");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void who_raises_the_risk_on_the_case_page_says_so() {
    var number = scenarios.aCase();
    actions.perform(
        said(
            number,
            "raise-risk",
            Map.of("reason", "Behind the house.", "dangerSigns", List.of("SHACKLING"))));

    assertThat(scenarios.resume(number).running()).contains("shackling-found");
    assertThat(riskOf(number)).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void nobody_is_left_shackled_because_the_case_ends() {
    var scenario = found();
    var number = scenario.number();
    assertThat(refused(number, "GOALS_MET")).singleElement().asString().contains("Ask for release");
    assertThat(refused(number, "REFERRED_ACCEPTED")).isEmpty();

    // The emergency is discussed before.
    scenario.runsUntil("ask-for-release");
    cases.close(number, ClosureReason.REFERRED_ACCEPTED, Crew.of(Role.SUPERVISOR));
    assertThat(scenario.running()).doesNotContain("shackling-found");
  }

  @Test
  void whoever_died_is_not_asked_for_any_more() {
    var scenario = found();
    processes.tell(scenario.number().value(), "case.beneficiary-died", Map.of());

    assertThat(scenario.running()).doesNotContain("shackling-found");
  }

  @Test
  void nobody_is_free_since_a_time_that_is_still_to_come() {
    var scenario = found().waits(Duration.ofHours(1));

    assertThatThrownBy(
            () ->
                scenario.submits(
                    CASEWORKER,
                    "ask-for-release",
                    Answers.but(
                        "ask-for-release", Map.of("releasedAt", "2999-01-05T09:00:00+07:00"))))
        .hasMessageContaining("still to come");
  }

  private List<String> refused(CaseNumber number, String reason) {
    var refusals = new Refusals();
    rules.check(said(number, "prepare-closure", Map.of("closureReason", reason)), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private Submission said(CaseNumber number, String form, Map<String, Object> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), CASEWORKER);
    return new Submission(grants.record(number), context, clock.instant(), new HashMap<>(values));
  }
}
