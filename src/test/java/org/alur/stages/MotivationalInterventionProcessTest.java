package org.alur.stages;

import static org.alur.support.PlanAnswers.talk;
import static org.alur.support.PlannedCases.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alur.casework.Approach;
import org.alur.casework.Attempts;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MotivationalInterventionProcessTest extends ProcessScenarios {

  @Autowired Attempts attempts;
  @Autowired PlannedCases planned;

  MotivationalInterventionProcessTest() {
    super("motivational-intervention");
  }

  private Scenario intervention() {
    return scenarios.process(
        "motivational-intervention",
        planned.withPlan(PlannedCases.NO_SERVICE),
        Map.of("planVersion", 1L));
  }

  private static Map<String, Object> talkWithIncentive() {
    return but(
        talk("PREPARATION"),
        Map.of(
            "incentivePromised", "YES",
            "incentive", "Bus ticket for coming four times",
            "incentiveAmount", "150.000",
            "budgetCode", "SR-521-A"));
  }

  @Test
  void who_prepares_to_change_gets_the_services_of_the_plan() {
    var scenario =
        intervention()
            .answering("hold-motivational-talk", talk("CONTEMPLATION"), talk("ACTION"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly("hold-motivational-talk", "hold-motivational-talk", "deliver-activity");
    assertThat(attempts.list(scenario.number()))
        .hasSize(2)
        .allMatch(attempt -> attempt.approach() == Approach.MOTIVATIONAL);
    assertThat(scenario.passed()).contains("EndEvent_ServicesDelivered");
  }

  @Test
  void an_incentive_is_confirmed_by_finance_before_it_counts() {
    var scenario =
        intervention()
            .answering("hold-motivational-talk", talkWithIncentive(), talk("PREPARATION"))
            .answering(
                "confirm-incentive-budget",
                Map.of("budgetConfirmed", "NO", "remark", "The code is used up."))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "hold-motivational-talk",
            "confirm-incentive-budget",
            "hold-motivational-talk",
            "deliver-activity");
    assertThat(scenario.asked().get(1).role()).isEqualTo("finance-officer");
  }

  @Test
  void a_confirmed_incentive_lets_the_work_go_on() {
    var scenario = intervention().answering("hold-motivational-talk", talkWithIncentive()).runs();

    assertThat(scenario.passed()).contains("Gateway_BudgetConfirmed", "EndEvent_ServicesDelivered");
    assertThat(attempts.list(scenario.number()).get(0).incentive())
        .hasValueSatisfying(incentive -> assertThat(incentive.budgetCode()).isEqualTo("SR-521-A"));
  }

  @Test
  void an_incentive_needs_a_budget_code() {
    var scenario = intervention().runsUntil("hold-motivational-talk");
    var without = talkWithIncentive();
    without.remove("budgetCode");

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.CASEWORKER), "hold-motivational-talk", without))
        .hasMessageContaining("Budget code");
    assertThat(attempts.list(scenario.number())).isEmpty();
  }

  @Test
  void who_sees_no_problem_after_three_talks_is_looked_at_with_the_supervisor() {
    var scenario =
        intervention()
            .answering("hold-motivational-talk", talk("PRECONTEMPLATION"))
            .answering(
                "decide-next-step",
                Map.of("nextStep", "TRY_AGAIN", "reason", "With his brother."),
                Map.of("nextStep", "CHANGE_APPROACH", "reason", "He laughs at it."))
            .runs();

    assertThat(scenario.forms()).filteredOn("hold-motivational-talk"::equals).hasSize(4);
    assertThat(scenario.passed()).contains("EndEvent_OtherApproachNeeded");
  }

  @Test
  void the_supervisor_may_let_services_begin() {
    var scenario =
        intervention().answering("hold-motivational-talk", talk("PRECONTEMPLATION")).runs();

    assertThat(scenario.forms()).contains("decide-next-step", "deliver-activity");
    assertThat(scenario.passed()).contains("EndEvent_ServicesDelivered");
  }
}
