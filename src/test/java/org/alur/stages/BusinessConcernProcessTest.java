package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.Concerns;
import org.alur.organisation.Role;
import org.alur.support.BusinessCases;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BusinessConcernProcessTest extends ProcessScenarios {

  private static final Map<String, String> CLEARED =
      Map.of("heard", "It stands there.", "concernDecision", "GOES_ON", "reason", "Seen.");

  @Autowired BusinessCases business;
  @Autowired BusinessAssistances assistances;
  @Autowired Concerns concerns;
  @Autowired Grants grants;

  BusinessConcernProcessTest() {
    super("business-concern");
  }

  private Scenario concern(CaseNumber number, String raisedBy) {
    UUID activity = business.activity(number);
    assistances.open(activity, number);
    concerns.raise(
        number, activity, Concerns.Kind.MISUSE, "It was sold.", raisedBy, grants.record(number));
    return scenarios.process("business-concern", number, Map.of("activityId", activity.toString()));
  }

  @Test
  void a_supervisor_hears_the_people_and_lets_it_go_on() {
    var number = business.ofAPerson();

    var scenario =
        concern(number, Crew.of(Role.CASEWORKER)).answering("decide-on-concern", CLEARED).runs();

    assertThat(scenario.asked()).hasSize(1).allMatch(asked -> asked.role().equals("supervisor"));
    assertThat(concerns.open(business.activity(number))).isEmpty();
    assertThat(assistances.get(business.activity(number)).outcome()).isEmpty();
    assertThat(scenario.passed()).contains("EndEvent_AssistanceGoesOn");
  }

  @Test
  void nobody_judges_a_concern_of_their_own() {
    var scenario =
        concern(business.ofAPerson(), Crew.of(Role.SUPERVISOR)).runsUntil("decide-on-concern");

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.SUPERVISOR), "decide-on-concern", CLEARED))
        .hasMessageContaining("You raised this concern yourself");
  }

  /** Without a service around it the error that stops it finds nobody, which must not pass. */
  @Test
  void a_stop_reaches_the_service_or_fails() {
    var scenario = concern(business.ofAPerson(), Crew.of(Role.CASEWORKER));
    var stopped =
        Map.of("heard", "They shrug.", "concernDecision", "STOPPED", "reason", "Sold again.");

    scenario.runsUntil("decide-on-concern");

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.SUPERVISOR), "decide-on-concern", stopped))
        .hasMessageContaining("Nothing was stored");
    assertThat(scenario.isOver()).as("rolled back").isFalse();
  }
}
