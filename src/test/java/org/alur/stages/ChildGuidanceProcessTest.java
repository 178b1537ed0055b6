package org.alur.stages;

import static org.alur.support.PlannedCases.but;
import static org.alur.support.ServiceAnswers.childSession;
import static org.alur.support.ServiceAnswers.missedSession;
import static org.alur.support.ServiceAnswers.module;
import static org.alur.support.ServiceAnswers.taper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.casework.RiskLevel;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.alur.support.ServiceAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChildGuidanceProcessTest extends ProcessScenarios {

  @Autowired PlannedCases planned;
  @Autowired JdbcClient database;

  ChildGuidanceProcessTest() {
    super("child-guidance");
  }

  private Scenario guidance() {
    var scenario = planned.service("child-guidance", planned.withPlan("child-guidance"));
    ServiceAnswers.childGuidance().forEach(scenario::answering);
    return scenario;
  }

  private static Scenario eightSessions(Scenario scenario) {
    List<Map<String, Object>> sessions =
        new ArrayList<>(Collections.nCopies(7, childSession("NO")));
    sessions.add(childSession("YES"));
    return scenario.answeringInTurn("hold-child-session", sessions);
  }

  private static long count(Scenario scenario, String form) {
    return scenario.forms().stream().filter(form::equals).count();
  }

  private void ends(Scenario scenario, ActivityStatus status) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(status);
  }

  @Test
  void child_and_parents_are_seen_side_by_side_until_it_is_stable() {
    var scenario =
        eightSessions(guidance())
            .answering("teach-parenting-module", module("YES"), module("NO"))
            .answering("hold-taper-session", taper("NO"), taper("YES"))
            .runs();

    assertThat(scenario.forms())
        .startsWith(
            "take-developmental-history",
            "rate-difficulties",
            "see-child-alone",
            "write-formulation")
        .endsWith("hold-taper-session", "hold-taper-session", "close-child-guidance");
    assertThat(count(scenario, "hold-child-session")).isEqualTo(8);
    assertThat(count(scenario, "teach-parenting-module")).isEqualTo(2);
    assertThat(count(scenario, "review-child-guidance")).isEqualTo(1);
    ends(scenario, ActivityStatus.DONE);
    assertThat(total(scenario, "BASELINE")).isEqualTo(24);
    assertThat(total(scenario, "REVIEW")).isEqualTo(16);
    assertThat(total(scenario, "CLOSURE")).isEqualTo(8);
  }

  /** The total of the questionnaire is computed, never typed. */
  private int total(Scenario scenario, String occasion) {
    return database
        .sql(
            """
            SELECT value FROM scale_results WHERE case_number = :number
            AND instrument = 'SDQ' AND dimension = 'TOTAL' AND occasion = :occasion
            """)
        .param("number", scenario.number().value())
        .param("occasion", occasion)
        .query(Integer.class)
        .single();
  }

  @Test
  void sessions_are_reviewed_after_the_fourth_and_the_eighth() {
    var scenario = guidance().runs();

    assertThat(count(scenario, "hold-child-session")).isEqualTo(16);
    assertThat(count(scenario, "review-child-guidance")).isEqualTo(2);
  }

  @Test
  void a_review_may_end_the_sessions() {
    var review =
        but(
            ServiceAnswers.childGuidance(),
            "review-child-guidance",
            Map.of("sessionsGoOn", "NO", "endReason", "The family moves."));

    var scenario = guidance().answering("review-child-guidance", review).runs();

    assertThat(count(scenario, "hold-child-session")).isEqualTo(4);
  }

  @Test
  void three_missed_sessions_are_looked_at_together() {
    var missed = missedSession();
    var review =
        but(
            ServiceAnswers.childGuidance(),
            "review-child-guidance",
            Map.of("sessionsGoOn", "NO", "endReason", "They do not come."));

    var scenario =
        guidance()
            .answering("hold-child-session", missed)
            .answering("review-child-guidance", review)
            .runs();

    assertThat(count(scenario, "hold-child-session")).isEqualTo(3);
  }

  private static Map<String, Object> selfHarm() {
    return Map.of(
        "seenOn", "2020-02-02",
        "view", "He is sad.",
        "acuteSign", "SELF_HARM",
        "acuteFindings", "He cuts himself.");
  }

  @Test
  void self_harm_is_seen_by_a_clinician_before_guidance_goes_on() {
    var scenario = eightSessions(guidance()).answering("see-child-alone", selfHarm()).runs();

    assertThat(scenario.forms())
        .containsSubsequence("see-child-alone", "assess-acute-danger", "write-formulation");
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("assess-acute-danger"))
        .allMatch(asked -> asked.role().equals("clinician"));
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void treatment_may_take_the_place_of_guidance() {
    var assessed =
        but(
            ServiceAnswers.childGuidance(),
            "assess-acute-danger",
            Map.of("guidancePossible", "NO"));

    var scenario =
        guidance()
            .answering("see-child-alone", selfHarm())
            .answering("assess-acute-danger", assessed)
            .runs();

    assertThat(scenario.passed()).contains("EndEvent_HandedToPsychiatry");
    assertThat(scenario.forms()).doesNotContain("write-formulation");
    ends(scenario, ActivityStatus.CANCELLED);
  }
}
