package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.Approach;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.GoalDetails;
import org.alur.casework.PlanDetails;
import org.alur.casework.Plans;
import org.alur.casework.RiskLevel;
import org.alur.casework.Setting;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MonitoringProcessTest extends ProcessScenarios {

  @Autowired Plans plans;
  @Autowired JdbcClient database;

  MonitoringProcessTest() {
    super("monitoring");
  }

  private Scenario monitoring(CaseNumber number) {
    return scenarios.process("monitoring", number, Map.of("planVersion", 1L));
  }

  private static Map<String, Object> result(String result) {
    return but("review-progress", Map.of("result", result));
  }

  @Test
  void a_review_that_finds_the_goals_met_ends_the_monitoring() {
    var scenario = monitoring(scenarios.aCase()).runs();

    assertThat(scenario.forms()).containsExactly("visit-person", "review-progress");
    assertThat(scenario.asked()).allMatch(asked -> asked.role().equals("caseworker"));
    assertThat(scenario.passed()).contains("EndEvent_MonitoringCompleted");
    assertThat(cases.get(scenario.number()).stage()).isEqualTo(CaseStage.MONITORING);
  }

  @Test
  void the_next_review_of_a_case_of_medium_risk_is_due_after_two_months() {
    var before = ClockUtil.getCurrentTime().toInstant();

    var scenario =
        monitoring(scenarios.aCase())
            .answering("review-progress", result("CONTINUE"), result("ADJUST_PLAN"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly("visit-person", "review-progress", "visit-person", "review-progress");
    assertThat(ChronoUnit.DAYS.between(before, ClockUtil.getCurrentTime().toInstant()))
        .isEqualTo(60);
  }

  @Test
  void a_changed_risk_is_assessed_before_the_review() {
    var scenario =
        monitoring(scenarios.aCase(RiskLevel.HIGH, "1990-05-05"))
            .answering("visit-person", but("visit-person", Map.of("riskChanged", true)))
            .runs();

    assertThat(scenario.forms())
        .containsExactly("visit-person", "reassess-risk", "confirm-lower-risk", "review-progress");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.MEDIUM);
  }

  @Test
  void every_goal_of_the_plan_is_rated() {
    var number = scenarios.aCase();
    approvePlan(number);
    var scenario = monitoring(number).runsUntil("review-progress");

    assertThatThrownBy(
            () ->
                scenario.submits(Crew.of(Role.CASEWORKER), "review-progress", result("GOALS_MET")))
        .isInstanceOf(RuntimeException.class);

    Map<String, Object> rated = new HashMap<>(result("GOALS_MET"));
    rated.put("goals", List.of(Map.of("attainment", "1")));
    scenario.answering("review-progress", rated).runs();
    assertThat(ratings(number)).isEqualTo(1);
  }

  private void approvePlan(CaseNumber number) {
    var goal =
        new GoalDetails(
            "WORK_AND_INCOME", "Own income", "None", "A living", "Money left", Optional.empty());
    var plan =
        new PlanDetails(
            Approach.PERSUASIVE,
            Setting.FAMILY,
            "Work at home",
            Optional.of("SELF"),
            Optional.empty(),
            Optional.empty(),
            Period.ofDays(60),
            List.of(goal),
            List.of());
    int version = plans.propose(number, plan, Crew.of(Role.CASEWORKER), Optional.empty());
    plans.approve(number, version, Crew.of(Role.SUPERVISOR), Optional.empty());
  }

  private int ratings(CaseNumber number) {
    return database
        .sql(
            """
            SELECT count(*) FROM goal_ratings r JOIN goals g ON g.id = r.goal_id
            WHERE g.case_number = :number AND r.attainment = 1
            """)
        .param("number", number.value())
        .query(Integer.class)
        .single();
  }
}
