package org.alur.stages;

import static org.alur.support.PlannedCases.but;
import static org.alur.support.ServiceAnswers.familySession;
import static org.alur.support.ServiceAnswers.memberSeen;
import static org.alur.support.ServiceAnswers.missedSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseNumber;
import org.alur.casework.RiskLevel;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.alur.support.ServiceAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FamilyCaseworkProcessTest extends ProcessScenarios {

  @Autowired PlannedCases planned;
  @Autowired JdbcClient database;

  FamilyCaseworkProcessTest() {
    super("family-casework");
  }

  private Scenario casework() {
    return casework(planned.withPlan("family-casework"));
  }

  private Scenario casework(CaseNumber number) {
    var scenario = planned.service("family-casework", number);
    answers(number).forEach(scenario::answering);
    return scenario;
  }

  private Map<String, Map<String, ?>> answers(CaseNumber number) {
    return ServiceAnswers.familyCasework(planned.personOf(number), planned.document());
  }

  private static Scenario sessions(Scenario scenario, List<Map<String, Object>> inTurn) {
    return scenario.answeringInTurn("hold-family-session", inTurn);
  }

  private static List<Map<String, Object>> times(int count, Map<String, Object> session) {
    return Collections.nCopies(count, session);
  }

  private Map<String, Object> session(Scenario scenario, String newNeed, String goalsReached) {
    return familySession(planned.personOf(scenario.number()), newNeed, goalsReached);
  }

  private void ends(Scenario scenario, ActivityStatus status) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(status);
  }

  private long held(Scenario scenario) {
    return scenario.forms().stream().filter("hold-family-session"::equals).count();
  }

  @Test
  void a_family_without_violence_meets_agrees_and_works_until_the_goals_are_reached() {
    var scenario = casework().runs();

    assertThat(scenario.forms())
        .containsExactly(
            "screen-safety",
            "see-member-alone",
            "hold-family-meeting",
            "draw-genogram",
            "rate-family-functioning",
            "agree-contract",
            "hold-family-session",
            "close-family-casework");
    assertThat(scenario.asked()).allMatch(asked -> asked.role().equals("caseworker"));
    ends(scenario, ActivityStatus.DONE);
    assertThat(scores(scenario.number(), "BASELINE")).isEqualTo(6);
    assertThat(scores(scenario.number(), "CLOSURE")).isEqualTo(18);
  }

  private int scores(CaseNumber number, String occasion) {
    return database
        .sql(
            """
            SELECT sum(value) FROM scale_results WHERE case_number = :number
            AND instrument = 'FAMILY_FUNCTIONING' AND occasion = :occasion
            """)
        .param("number", number.value())
        .param("occasion", occasion)
        .query(Integer.class)
        .single();
  }

  @Test
  void every_member_of_six_years_and_more_is_seen_alone_once() {
    var number = planned.withPlan("family-casework");
    planned.givesAFamily(number, "2019-01-01");

    var scenario = casework(number).runs();

    assertThat(scenario.forms()).filteredOn("see-member-alone"::equals).hasSize(3);
  }

  @Test
  void two_quiet_sessions_end_the_work() {
    var scenario = casework();
    sessions(scenario, times(2, session(scenario, "NO", "NO"))).runs();

    assertThat(held(scenario)).isEqualTo(2);
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void the_sixth_session_is_followed_by_a_review_and_the_twelfth_by_the_end() {
    var scenario = casework();
    sessions(scenario, times(12, session(scenario, "YES", "NO"))).runs();

    assertThat(scenario.forms()).filteredOn("review-family-sessions"::equals).hasSize(1);
    assertThat(held(scenario)).isEqualTo(12);
  }

  @Test
  void a_review_may_end_the_sessions() {
    var scenario = casework();
    sessions(scenario, times(6, session(scenario, "YES", "NO")))
        .answering(
            "review-family-sessions",
            Map.of("changed", "Nothing.", "sessionsGoOn", "NO", "endReason", "They move."))
        .answering(
            "close-family-casework",
            but(
                answers(scenario.number()),
                "close-family-casework",
                Map.of("activityResult", "STOPPED", "stopReason", "They moved.")))
        .runs();

    assertThat(held(scenario)).isEqualTo(6);
    ends(scenario, ActivityStatus.CANCELLED);
  }

  @Test
  void a_family_that_misses_three_sessions_is_sought_out_and_comes_back() {
    var scenario = casework();
    List<Map<String, Object>> inTurn = new ArrayList<>(times(3, missedSession()));
    inTurn.add(session(scenario, "NO", "YES"));
    sessions(scenario, inTurn).runs();

    assertThat(scenario.forms())
        .containsSubsequence("hold-family-session", "reach-out", "hold-family-session");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void violence_found_at_the_screening_leads_to_protection_without_a_joint_session() {
    var scenario =
        casework()
            .answering("screen-safety", violence())
            .answering(
                "decide-on-joint-work",
                Map.of("jointWork", "NOT_YET", "reason", "He has not stopped."),
                Map.of(
                    "jointWork", "PROTECTION_INSTEAD",
                    "reason", "He has not stopped.",
                    "handOver", "The safe house"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "screen-safety",
            "agree-safety-plan",
            "support-person-at-risk",
            "decide-on-joint-work",
            "support-person-at-risk",
            "decide-on-joint-work")
        .doesNotContain("hold-family-meeting");
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("decide-on-joint-work"))
        .allMatch(asked -> asked.role().equals("supervisor"));
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.HIGH);
    ends(scenario, ActivityStatus.CANCELLED);
  }

  private static Map<String, Object> violence() {
    return Map.of(
        "askedAlone", "YES",
        "signs", List.of("HIT"),
        "violenceFound", "YES",
        "findings", "He beats.");
  }

  @Test
  void violence_told_by_a_member_stops_the_way_to_the_family_meeting() {
    var number = planned.withPlan("family-casework");
    planned.givesAFamily(number, "2010-01-01");

    var scenario =
        casework(number).answering("see-member-alone", memberSeen("NO"), memberSeen("YES")).runs();

    assertThat(scenario.forms())
        .containsSubsequence(
            "see-member-alone",
            "see-member-alone",
            "agree-safety-plan",
            "support-person-at-risk",
            "decide-on-joint-work",
            "hold-family-meeting");
    assertThat(scenario.passed()).contains("BoundaryEvent_ViolenceTold");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void a_higher_risk_is_not_lowered_by_the_protection_track() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    planned.withPlan(number, "CASEWORKER", "family-casework");

    casework(number).answering("screen-safety", violence()).runs();

    assertThat(riskOf(number)).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void a_sign_of_violence_is_not_talked_away() {
    var scenario = casework().runsUntil("screen-safety");
    var contradiction = Map.of("askedAlone", "YES", "signs", List.of("HIT"), "violenceFound", "NO");
    var notAlone = Map.of("askedAlone", "NO", "violenceFound", "NO");

    refused(scenario, contradiction, "protection comes first");
    refused(scenario, notAlone, "alone first");
  }

  @Test
  void a_session_that_is_still_to_come_cannot_be_noted() {
    var scenario = casework().runsUntil("hold-family-session");
    var tomorrow = but(session(scenario, "NO", "YES"), Map.of("heldOn", "2999-01-01"));

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.CASEWORKER), "hold-family-session", tomorrow))
        .hasMessageContaining("still to come");
  }

  private static void refused(Scenario scenario, Map<String, ?> answer, String sentence) {
    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), "screen-safety", answer))
        .hasMessageContaining(sentence);
  }
}
