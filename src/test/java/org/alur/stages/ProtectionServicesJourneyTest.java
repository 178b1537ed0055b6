package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.PlannedActivity;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.PlanAnswers;
import org.alur.support.PlannedCases;
import org.alur.support.ProtectionAnswers;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole case of social protection whose plan names social assistance and legal aid, from the
 * request to the end of aftercare.
 */
@AlurTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionServicesJourneyTest {

  @Autowired Scenarios scenarios;
  @Autowired PlannedCases planned;
  @Autowired Cases cases;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  private Scenario journey;

  @BeforeAll
  void play() {
    journey = scenarios.request(Field.SOCIAL_PROTECTION, Map.of());
    ProtectionAnswers.legalAid(planned.document()).forEach(journey::answering);
    ProtectionAnswers.assistance(planned.document()).forEach(journey::answering);
    journey
        .answering("request-assistance", assistance())
        .answering("write-case-plan", plan())
        .answering("make-persuasive-attempt", PlanAnswers.attempt("WILLING"))
        .answering("review-progress", review())
        .runs();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private static Map<String, Object> assistance() {
    return PlannedCases.but(
        ProtectionAnswers.assistance(""),
        "request-assistance",
        Map.of("purpose", "Beras Tujuanrahasia"));
  }

  private static Map<String, Object> plan() {
    return but(
        "write-case-plan",
        Map.of(
            "leadingApproach",
            "PERSUASIVE",
            "approachReason",
            "She hesitates to go to court.",
            "activities",
            List.of(activity("social-assistance"), activity("legal-aid"))));
  }

  private static Map<String, Object> activity(String service) {
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.put("service", service);
    activity.put("approach", "PERSUASIVE");
    return activity;
  }

  private static Map<String, Object> review() {
    return but(
        "review-progress",
        Map.of("result", "GOALS_MET", "goals", List.of(Map.of("attainment", "1"))));
  }

  @Test
  void the_case_is_closed_because_both_services_reached_their_end() {
    var found = cases.get(journey.number());
    assertThat(found.state()).isEqualTo(CaseState.CLOSED);
    assertThat(found.closureReason()).contains(ClosureReason.GOALS_MET);
    assertThat(journey.isOver()).as("aftercare too").isTrue();
    assertThat(planned.activitiesOf(journey.number()))
        .hasSize(2)
        .extracting(PlannedActivity::status)
        .containsOnly(ActivityStatus.DONE);
  }

  @Test
  void the_services_are_delivered_between_the_plan_and_monitoring() {
    assertThat(journey.forms())
        .containsSubsequence(
            "approve-case-plan",
            "request-assistance",
            "verify-need",
            "approve-benefit",
            "pay-out",
            "report-on-assistance",
            "review-progress");
    assertThat(journey.forms())
        .containsSubsequence(
            "approve-case-plan",
            "take-down-legal-aid-request",
            "note-answer",
            "file-power-of-attorney",
            "note-legal-aid-result",
            "review-progress");
  }

  @Test
  void the_case_file_tells_of_money_and_law() {
    List<String> titles =
        timeline.of(journey.number(), Instant.parse("2999-01-01T00:00:00Z"), 500).stream()
            .map(TimelineEntry::title)
            .toList();
    assertThat(titles)
        .contains(
            "Benefit granted: food, Rp 900.000",
            "Payment of Rp 900.000 paid",
            "Legal aid requested: civil case",
            "Legal aid ended: won");
  }

  @Test
  void nothing_that_was_written_about_it_is_in_the_engine() {
    assertThat(variables("Tujuanrahasia")).isEmpty();
    assertThat(variables("fenced in")).isEmpty();
    assertThat(variables("LBH Adegan")).isEmpty();
    assertThat(variables("ELIGIBLE")).as("the search finds what is there").isNotEmpty();
  }

  private List<String> variables(String text) {
    List<String> names = new ArrayList<>();
    for (var table : List.of("act_hi_varinst", "act_hi_detail")) {
      names.addAll(
          database
              .sql("SELECT name_ FROM " + table + " WHERE text_ LIKE :text")
              .param("text", "%" + text + "%")
              .query(String.class)
              .list());
    }
    return names;
  }
}
