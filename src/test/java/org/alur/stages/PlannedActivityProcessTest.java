package org.alur.stages;

import static org.alur.support.PlanAnswers.delivery;
import static org.alur.support.PlannedCases.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlannedActivityProcessTest extends ProcessScenarios {

  @Autowired PlannedCases planned;

  PlannedActivityProcessTest() {
    super("planned-activity");
  }

  private Scenario activityOf(String provider) {
    var number = planned.withPlan(scenarios.aCase(), provider, PlannedCases.NO_SERVICE);
    return planned.service("planned-activity", number);
  }

  @Test
  void welfare_staff_deliver_until_it_is_done() {
    var scenario =
        activityOf("WELFARE_STAFF")
            .answering("deliver-activity", delivery("GOES_ON"), delivery("DONE"))
            .runs();

    assertThat(scenario.asked()).hasSize(2).allMatch(asked -> asked.role().equals("welfare-staff"));
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.DONE);
  }

  @Test
  void what_others_deliver_is_followed_up_by_the_caseworker() {
    var stopped =
        but(
            delivery("STOPPED"),
            Map.of("deliveredBy", "The aunt", "stopReason", "She has moved away."));

    var scenario = activityOf("FAMILY").answering("follow-up-activity", stopped).runs();

    assertThat(scenario.asked().get(0).role()).isEqualTo("caseworker");
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.CANCELLED);
  }
}
