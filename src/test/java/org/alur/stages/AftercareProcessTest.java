package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseStage;
import org.alur.casework.ClosureReason;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AftercareProcessTest extends ProcessScenarios {

  AftercareProcessTest() {
    super("aftercare");
  }

  private Scenario aftercare() {
    var number = scenarios.aCase();
    cases.close(number, ClosureReason.GOALS_MET);
    return scenarios.process("aftercare", number, Map.of());
  }

  @Test
  void the_person_is_contacted_three_times_within_half_a_year() {
    var before = ClockUtil.getCurrentTime().toInstant();

    var scenario = aftercare().runs();

    assertThat(scenario.forms())
        .containsExactly(
            "make-contact-after-30-days",
            "make-contact-after-90-days",
            "make-contact-after-180-days");
    assertThat(ChronoUnit.DAYS.between(before, ClockUtil.getCurrentTime().toInstant()))
        .isEqualTo(180);
    assertThat(scenario.passed()).contains("EndEvent_AftercareCompleted");
    assertThat(cases.get(scenario.number()).isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 90, 180})
  void a_case_is_reopened_when_help_is_needed_again(int day) {
    String form = "make-contact-after-" + day + "-days";

    var scenario =
        aftercare()
            .answering(form, but(form, Map.of("outcome", "NEEDS_HELP")))
            .runsUntil("make-first-contact");

    assertThat(scenario.passed()).contains("EndEvent_CaseReopened", "StartEvent_CaseReopened");
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
    assertThat(cases.get(scenario.number()).stage()).isEqualTo(CaseStage.ASSESSMENT);
    assertThat(scenario.running()).contains("social-rehabilitation").doesNotContain("aftercare");
  }

  @Test
  void who_is_not_reached_is_not_rated() {
    String form = "make-contact-after-90-days";

    var scenario =
        aftercare()
            .answering(
                form,
                but(
                    form,
                    Map.of("outcome", "NOT_REACHED"),
                    List.of("basicNeeds", "socialRoles", "problemSolving")))
            .runs();

    assertThat(scenario.passed()).contains("EndEvent_AftercareCompleted");
  }
}
