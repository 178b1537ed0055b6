package org.alur.stages;

import static org.alur.support.PlanAnswers.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.casework.Attempts;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersuasiveInterventionProcessTest extends ProcessScenarios {

  @Autowired Attempts attempts;
  @Autowired PlannedCases planned;

  PersuasiveInterventionProcessTest() {
    super("persuasive-intervention");
  }

  private Scenario intervention(String... services) {
    return scenarios.process(
        "persuasive-intervention", planned.withPlan(services), Map.of("planVersion", 1L));
  }

  private static Map<String, String> next(String step) {
    return Map.of("nextStep", step, "reason", "We talked it over.");
  }

  @Test
  void a_willing_person_gets_every_activity_of_the_plan() {
    var scenario =
        intervention(PlannedCases.NO_SERVICE, PlannedCases.NO_SERVICE)
            .answering(
                "make-persuasive-attempt",
                attempt("REFUSED"),
                attempt("UNDECIDED"),
                attempt("WILLING"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "make-persuasive-attempt",
            "make-persuasive-attempt",
            "make-persuasive-attempt",
            "deliver-activity",
            "deliver-activity");
    assertThat(attempts.list(scenario.number())).hasSize(3);
    assertThat(planned.activitiesOf(scenario.number()))
        .allMatch(activity -> activity.status() == ActivityStatus.DONE);
    assertThat(scenario.passed()).contains("EndEvent_ServicesDelivered");
  }

  @Test
  void services_run_side_by_side_by_their_key() {
    var scenario = intervention("family-casework", "child-guidance", PlannedCases.NO_SERVICE);

    scenario.runsUntil("deliver-activity");

    assertThat(scenario.running())
        .contains("family-casework", "child-guidance", "planned-activity");
  }

  @Test
  void after_five_attempts_the_supervisor_decides() {
    var scenario =
        intervention(PlannedCases.NO_SERVICE)
            .answering("make-persuasive-attempt", attempt("REFUSED"))
            .answering("decide-next-step", next("TRY_AGAIN"), next("CHANGE_APPROACH"))
            .runs();

    assertThat(scenario.forms()).filteredOn("make-persuasive-attempt"::equals).hasSize(6);
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("decide-next-step"))
        .hasSize(2)
        .allMatch(asked -> asked.role().equals("supervisor"));
    assertThat(scenario.passed())
        .contains("EndEvent_OtherApproachNeeded")
        .doesNotContain("CallActivity_DeliverPlannedServices");
  }

  @Test
  void what_the_person_accepts_can_be_delivered_without_full_willingness() {
    var scenario =
        intervention(PlannedCases.NO_SERVICE)
            .answering("make-persuasive-attempt", attempt("PARTLY_WILLING"))
            .answering("decide-next-step", next("DELIVER_SERVICES"))
            .runs();

    assertThat(scenario.passed()).contains("EndEvent_ServicesDelivered");
  }
}
