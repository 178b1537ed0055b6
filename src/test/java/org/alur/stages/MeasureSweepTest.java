package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.Timeline;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureSweep;
import org.alur.engine.Platform;
import org.alur.engine.SideDoorClosed;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The end of a measure is a fact of the file: it comes whatever became of the engine's instance.
 */
@AlurTest
@ExtendWith(OutputCaptureExtension.class)
class MeasureSweepTest {

  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;
  @Autowired MeasureSweep sweep;
  @Autowired Cases cases;
  @Autowired Timeline timeline;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private ProcessInstance guard(Scenario scenario) {
    return Platform.call(
        () ->
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(scenario.number().value())
                .processDefinitionKey("coercive-intervention")
                .singleResult());
  }

  private void endsWith(Scenario scenario) {
    scenario.waits(Duration.ofDays(10).plusMinutes(20));
    assertThat(file.isAnyInForce(scenario.number())).as("before the sweep").isFalse();
    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");

    sweep.endWhatIsOver();

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(scenario.running()).contains("measure-ended-late");
  }

  @Test
  void a_measure_whose_instance_is_suspended_ends() {
    var scenario = measures.inForce();
    Platform.run(
        () -> engine.getRuntimeService().suspendProcessInstanceById(guard(scenario).getId()));
    endsWith(scenario);
  }

  @Test
  void a_measure_whose_instance_is_gone_ends() {
    var scenario = measures.inForce();
    Platform.run(
        () -> engine.getRuntimeService().deleteProcessInstance(guard(scenario).getId(), "x"));
    endsWith(scenario);
  }

  @Test
  void a_measure_whose_timer_was_moved_ends() {
    var scenario = measures.inForce();
    database
        .sql("UPDATE act_ru_job SET duedate_ = '2099-01-01' WHERE process_instance_id_ = :id")
        .param("id", guard(scenario).getId())
        .update();
    endsWith(scenario);
  }

  @Test
  void a_measure_whose_instance_was_set_back_ends() {
    var scenario = measures.inForce();
    Platform.run(
        () ->
            engine
                .getRuntimeService()
                .createProcessInstanceModification(guard(scenario).getId())
                .cancelAllForActivity("SubProcess_MeasureInForce")
                .startBeforeActivity("UserTask_ApproveMeasure")
                .execute());
    endsWith(scenario);
  }

  @Test
  void with_the_job_executor_down_past_the_date_and_up_again_it_is_ended_and_told() {
    var scenario = measures.inForce();
    scenario.waits(Duration.ofDays(11));

    // The engine catches up before the sweep comes.
    scenario.isNotAnsweredInTime();
    sweep.endWhatIsOver();

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isEqualTo(1);
    assertThat(scenario.running()).containsOnly("measure-ended-late");
    assertThat(timeline.of(scenario.number(), clock.instant().plusSeconds(1), 5))
        .anySatisfy(entry -> assertThat(entry.title()).contains("was ended late"));
  }

  @Test
  void several_nodes_end_a_measure_once() {
    var scenario = measures.inForce();
    scenario.waits(Duration.ofDays(11));

    List<CompletableFuture<Void>> nodes =
        Stream.generate(() -> CompletableFuture.runAsync(sweep::endWhatIsOver)).limit(4).toList();
    nodes.forEach(CompletableFuture::join);

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isEqualTo(1);
    assertThat(tasks(scenario)).isEqualTo(2);
  }

  @Test
  void what_ends_in_time_is_no_breach_and_what_has_ended_stays_as_it_ended() {
    var scenario = measures.inForce().runs();

    sweep.endWhatIsOver();
    file.end(measures.of(scenario.number()));

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isZero();
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void one_that_fails_is_logged_without_what_was_written_and_keeps_no_other_in_force(
      CapturedOutput log) {
    var broken = measures.inForce();
    var fine = measures.inForce();
    fine.waits(Duration.ofDays(11));
    database
        .sql(
            """
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'He sleeps on the railway'; END $$
            """)
        .update();
    database
        .sql(
            "CREATE TRIGGER a_fault BEFORE UPDATE ON coercive_measures FOR EACH ROW WHEN"
                + " (OLD.case_number = '%s') EXECUTE FUNCTION fail()".formatted(broken.number()))
        .update();

    try {
      sweep.endWhatIsOver();
    } finally {
      database.sql("DROP FUNCTION fail CASCADE").update();
    }

    assertThat(measures.status(fine.number())).containsExactly("ENDED EXPIRED");
    assertThat(measures.status(broken.number())).containsExactly("IN_FORCE");
    assertThat(log.getAll())
        .contains(broken.number().value())
        .contains("UncategorizedSQLException")
        .doesNotContain("He sleeps on the railway");
    sweep.endWhatIsOver();
    assertThat(measures.status(broken.number())).containsExactly("ENDED EXPIRED");
  }

  @Test
  void a_measure_ends_although_nobody_can_be_told_yet_and_they_are_told_later() {
    var scenario = measures.inForce();
    scenario.waits(Duration.ofDays(11));
    var definitions = engine.getRepositoryService();
    Platform.run(() -> definitions.suspendProcessDefinitionByKey("measure-ended-late"));
    try {
      sweep.endWhatIsOver();
    } finally {
      Platform.run(() -> definitions.activateProcessDefinitionByKey("measure-ended-late"));
    }

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isEqualTo(1);
    assertThat(tasks(scenario)).isZero();
    sweep.endWhatIsOver();
    sweep.endWhatIsOver();
    assertThat(tasks(scenario)).isEqualTo(2);
  }

  @Test
  void a_death_after_the_end_is_not_why_it_ended() {
    var scenario = measures.inForce();
    scenario.waits(Duration.ofDays(11));

    file.endBecauseOfDeath(scenario.number(), "budi");
    sweep.endWhatIsOver();

    assertThat(measures.status(scenario.number())).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isEqualTo(1);
    assertThat(scenario.running()).contains("measure-ended-late");
  }

  @Test
  void a_closure_waits_for_what_is_in_force_but_not_for_what_is_over() {
    var scenario = measures.inForce();
    var number = scenario.number();
    assertThatThrownBy(() -> cases.close(number, ClosureReason.MOVED, "budi"))
        .hasMessageContaining("A coercive measure is in force");
    assertThat(cases.get(number).isOpen()).isTrue();

    scenario.waits(Duration.ofDays(11));
    cases.close(number, ClosureReason.MOVED, "budi");

    assertThat(measures.status(number)).containsExactly("ENDED EXPIRED");
    assertThat(breaches(scenario)).isEqualTo(1);
  }

  @Test
  void what_is_only_asked_for_is_rejected_when_its_case_is_closed() {
    var scenario = measures.guarding(measures.aCaseWithAttempts()).runsUntil("approve-measure");
    cases.close(scenario.number(), ClosureReason.MOVED, "budi");

    assertThat(measures.status(scenario.number())).containsExactly("REJECTED");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "YES")))
        .hasMessageContaining("has been decided already");
    assertThat(measures.status(scenario.number())).containsExactly("REJECTED");
  }

  @Test
  void what_nobody_reviewed_does_not_end_before_its_date() {
    var scenario = measures.inForce();
    var id = measures.of(scenario.number());

    assertThatThrownBy(() -> file.end(id)).hasMessageContaining("No review has ended");
    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");
  }

  @Test
  void no_operator_removes_what_asks_about_a_late_end() {
    var scenario = measures.inForce();
    endsWith(scenario);
    var runtime = engine.getRuntimeService();
    var asking =
        Platform.call(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(scenario.number().value())
                    .processDefinitionKey("measure-ended-late")
                    .singleResult());

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> runtime.deleteProcessInstance(asking.getId(), "x"),
            () -> runtime.suspendProcessInstanceById(asking.getId()),
            () ->
                engine
                    .getRepositoryService()
                    .suspendProcessDefinitionById(asking.getProcessDefinitionId()))) {
      assertThatThrownBy(call)
          .isInstanceOf(SideDoorClosed.class)
          .hasMessageContaining("A coercive measure hangs on this process");
    }
  }

  @Test
  void nobody_takes_a_breach_back() {
    var scenario = measures.inForce();
    endsWith(scenario);

    for (var sql :
        List.of(
            "DELETE FROM measure_breaches",
            "TRUNCATE measure_breaches",
            "UPDATE measure_breaches SET told_at = NULL",
            "UPDATE measure_breaches SET due_at = noted_at - interval '1 second'")) {
      assertThatThrownBy(() -> database.sql(sql).update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private int breaches(Scenario scenario) {
    return database
        .sql("SELECT count(*) FROM measure_breaches WHERE case_number = :number")
        .param("number", scenario.number().value())
        .query(Integer.class)
        .single();
  }

  private long tasks(Scenario scenario) {
    return Platform.call(
        () ->
            engine
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey("measure-ended-late")
                .processInstanceBusinessKey(scenario.number().value())
                .count());
  }
}
