package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.ClosureReason;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AftercareProcessTest extends ProcessScenarios {

  @Autowired JdbcClient database;
  @Autowired Clock clock;

  AftercareProcessTest() {
    super("aftercare");
  }

  private Scenario aftercare() {
    var number = scenarios.aCase();
    cases.close(number, ClosureReason.GOALS_MET, "budi");
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

  /** The platform asks on day 180; who is met a day later is helped in a case of its own. */
  @Test
  void after_180_days_a_new_case_follows_and_nobody_is_registered_twice() {
    String form = "make-contact-after-180-days";
    var scenario =
        aftercare()
            .answering(form, but(form, Map.of("outcome", "NEEDS_HELP")))
            .runsUntil(form)
            .waits(Duration.ofDays(1))
            .runs();

    assertThat(scenario.passed()).contains("EndEvent_FollowingCaseOpened");
    assertThat(cases.get(scenario.number()).isOpen()).isFalse();
    var following =
        database
            .sql("SELECT case_number FROM case_links WHERE linked_number = :n AND kind = 'FOLLOWS'")
            .param("n", scenario.number().value())
            .query(String.class)
            .single();
    var opened = cases.get(new CaseNumber(following));
    assertThat(opened.beneficiary()).isEqualTo(cases.get(scenario.number()).beneficiary());
    assertThat(opened.stage()).isEqualTo(CaseStage.INTAKE);
    assertThatThrownBy(() -> cases.reopen(scenario.number(), CaseStage.ASSESSMENT, "Late", "sari"))
        .hasMessageContaining("too long ago");
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        UPDATE cases SET state = 'OPEN', stage = 'ASSESSMENT', closed_at = NULL,
                          closure_reason = NULL, updated_at = :now WHERE number = :n
                        """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("n", scenario.number().value())
                    .update())
        .hasMessageContaining("more than 180 days ago");
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
