package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.RiskLevel;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.conference.Conference;
import org.alur.conference.Conferences;
import org.alur.deadlines.EscalationRegister.Due;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Rivals;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AlurTest
class EscalationTest {

  /** A Monday morning in Jakarta: 10:00. */
  private static final Instant MONDAY = Instant.parse("2026-11-16T03:00:00Z");

  @Autowired EscalationSweep sweep;
  @Autowired EscalationLadder ladder;
  @Autowired EscalationRegister register;
  @Autowired Scenarios scenarios;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;
  @Autowired Timeline timeline;
  @Autowired Conferences conferences;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void it_is_monday() {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
    // Other tests of the same application left theirs behind.
    jdbc.sql("UPDATE deadlines SET closed_at = :now WHERE closed_at IS NULL")
        .param("now", DeadlineRegister.at(MONDAY))
        .update();
  }

  @AfterEach
  void the_clock_is_right_again() {
    ClockUtil.reset();
  }

  private CaseNumber aCase(RiskLevel level) {
    var number = scenarios.aCase(level, "1990-05-05");
    jdbc.sql("UPDATE cases SET stage_entered_at = :now WHERE number = :number")
        .param("now", DeadlineRegister.at(ClockUtil.getCurrentTime().toInstant()))
        .param("number", number.value())
        .update();
    // In an emergency a conference is to be prepared, which is late in its own time.
    jdbc.sql(
            """
            UPDATE deadlines SET closed_at = :now
            WHERE case_number = :number AND step = 'UserTask_PrepareConference'
            """)
        .param("now", DeadlineRegister.at(ClockUtil.getCurrentTime().toInstant()))
        .param("number", number.value())
        .update();
    return number;
  }

  /** To be done in 24 hours, at the latest in 48, with a reminder after 12. */
  private Task urgent(CaseNumber number) {
    return OneStep.begin(engine, "Ask neighbours", number);
  }

  @Test
  void a_plan_that_is_late_twice_is_discussed() {
    var number = aCase(RiskLevel.MEDIUM);
    OneStep.begin(engine, "Write case plan", number);
    OneStep.begin(engine, "Approve case plan", number);
    // To be written in six working days, and approved in nine.
    waits(Duration.ofDays(9));
    sweep.escalate();
    assertThat(rungs(number)).containsOnlyOnce("SUPERVISOR");
    assertThat(conferences.of(number)).isEmpty();

    waits(Duration.ofDays(5));
    sweep.escalate();

    assertThat(conferences.of(number))
        .singleElement()
        .matches(each -> each.isOpen() && each.reason() == Conference.Reason.PLAN_OVERDUE);
    waits(Duration.ofDays(42));
    sweep.escalate();
    assertThat(conferences.of(number)).hasSize(1);
  }

  private void waits(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  private List<String> rungs(CaseNumber number) {
    return jdbc.sql(
            "SELECT rung FROM escalations WHERE case_number = :number ORDER BY due_at, rung")
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  private List<String> told(CaseNumber number, Rung rung) {
    return jdbc.sql(
            """
            SELECT unnest(told) FROM escalations WHERE case_number = :number AND rung = :rung
            """)
        .param("number", number.value())
        .param("rung", rung.name())
        .query(String.class)
        .list();
  }

  private String mark(Task task) {
    return String.valueOf(
        Platform.call(() -> engine.getTaskService().getVariableLocal(task.getId(), "escalation")));
  }

  @Test
  void worker_supervisor_and_head_are_told_one_after_the_other_and_each_once() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);

    assertThat(sweep.escalate()).isZero();
    waits(Duration.ofHours(12));
    assertThat(sweep.escalate()).isOne();
    assertThat(sweep.escalate()).isZero();
    assertThat(rungs(number)).containsExactly("REMINDER");
    assertThat(told(number, Rung.REMINDER)).containsExactly(Crew.of(Role.CASEWORKER));
    assertThat(mark(task)).isEqualTo("null");

    waits(Duration.ofHours(12));
    assertThat(sweep.escalate()).isOne();
    assertThat(told(number, Rung.SUPERVISOR)).containsExactly(Crew.of(Role.SUPERVISOR));
    assertThat(mark(task)).isEqualTo("SUPERVISOR");

    waits(Duration.ofHours(24));
    assertThat(sweep.escalate()).isOne();
    assertThat(sweep.escalate()).isZero();
    assertThat(told(number, Rung.AGENCY_HEAD)).contains(Crew.of(Role.AGENCY_HEAD));
    assertThat(mark(task)).isEqualTo("AGENCY_HEAD");
    assertThat(titles(number))
        .contains(
            "Reminder: ask neighbours",
            "Told the supervisor, because it is late: ask neighbours",
            "Told the head of the agency, because it is too late: ask neighbours");
  }

  private List<String> titles(CaseNumber number) {
    return timeline.of(number, ClockUtil.getCurrentTime().toInstant().plusSeconds(1), 50).stream()
        .map(TimelineEntry::title)
        .toList();
  }

  @Test
  void what_became_late_while_no_server_ran_is_told_afterwards() {
    var number = aCase(RiskLevel.EMERGENCY);
    urgent(number);

    waits(Duration.ofDays(40));

    assertThat(sweep.escalate()).isEqualTo(3);
    assertThat(sweep.escalate()).isZero();
    assertThat(rungs(number)).containsExactly("REMINDER", "SUPERVISOR", "AGENCY_HEAD");
  }

  @Test
  void of_two_nodes_at_the_same_moment_one_climbs() throws Exception {
    var numbers = Stream.generate(() -> aCase(RiskLevel.EMERGENCY)).limit(5).toList();
    numbers.forEach(this::urgent);
    waits(Duration.ofDays(3));
    var due = register.due(ClockUtil.getCurrentTime().toInstant());
    assertThat(due).hasSize(15);

    var nodes = Executors.newFixedThreadPool(2);
    try {
      for (var rung : due) {
        var start = new CyclicBarrier(2);
        Callable<Boolean> node =
            () -> {
              start.await();
              return climb(rung);
            };
        var both = nodes.invokeAll(List.of(node, node));

        assertThat(List.of(both.get(0).get(), both.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    } finally {
      nodes.shutdown();
    }
    assertThat(numbers).allSatisfy(number -> assertThat(rungs(number)).hasSize(3));
  }

  @Test
  void a_node_that_comes_while_another_one_climbs_waits_and_leaves_the_rung() {
    var number = aCase(RiskLevel.EMERGENCY);
    urgent(number);
    waits(Duration.ofDays(3));
    var rung = register.due(ClockUtil.getCurrentTime().toInstant()).get(0);

    var late =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  assertThat(climb(rung)).isTrue();
                  var other = CompletableFuture.supplyAsync(() -> climb(rung));
                  Rivals.await(jdbc, 1);
                  return other;
                });

    assertThat(late.join()).isFalse();
    assertThat(rungs(number)).hasSize(1);
  }

  private boolean climb(Due rung) {
    return ladder.climb(rung);
  }

  @Test
  void the_database_takes_each_rung_once_only() {
    var number = aCase(RiskLevel.EMERGENCY);
    urgent(number);
    waits(Duration.ofDays(3));
    sweep.escalate();

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO escalations (id, deadline_id, case_number, step, occurrence,
                          rung, due_at, escalated_at, told)
                        SELECT gen_random_uuid(), deadline_id, case_number, step, occurrence, rung,
                          due_at, escalated_at, told
                        FROM escalations WHERE case_number = :number
                        """)
                    .param("number", number.value())
                    .update())
        .hasMessageContaining("once_per_case_step_and_rung");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM escalations").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_case_that_fails_does_not_keep_the_others_from_being_told() {
    var poisoned = aCase(RiskLevel.EMERGENCY);
    urgent(poisoned);
    var sound = aCase(RiskLevel.EMERGENCY);
    urgent(sound);
    waits(Duration.ofDays(3));
    jdbc.sql(
            """
            CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.case_number = '%s' THEN RAISE EXCEPTION 'poison'; END IF;
              RETURN NEW;
            END $$
            """
                .formatted(poisoned.value()))
        .update();
    jdbc.sql(
            """
            CREATE TRIGGER poison BEFORE INSERT ON escalations FOR EACH ROW
            EXECUTE FUNCTION poison()
            """)
        .update();
    try {
      assertThat(sweep.escalate()).isEqualTo(3);
      assertThat(rungs(sound)).hasSize(3);
      assertThat(rungs(poisoned)).isEmpty();
    } finally {
      jdbc.sql("DROP TRIGGER poison ON escalations").update();
      jdbc.sql("DROP FUNCTION poison()").update();
    }

    assertThat(sweep.escalate()).isEqualTo(3);
    assertThat(rungs(poisoned)).hasSize(3);
  }

  @Test
  void it_does_not_depend_on_the_process_that_may_be_suspended() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);
    Platform.run(
        () -> engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId()));
    waits(Duration.ofDays(3));

    assertThat(sweep.escalate()).isEqualTo(3);
    assertThat(mark(task)).isEqualTo("AGENCY_HEAD");
  }

  @Test
  void what_was_done_or_went_away_is_not_late() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);
    Platform.run(
        () ->
            engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "test"));
    waits(Duration.ofDays(3));

    assertThat(sweep.escalate()).isZero();
    assertThat(rungs(number)).isEmpty();
  }

  /** Whatever Alur was before it kept deadlines, or whoever wrote into its tables. */
  @Test
  void a_task_without_a_deadline_is_given_one() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);
    jdbc.sql("ALTER TABLE deadlines DISABLE TRIGGER deadlines_stay").update();
    jdbc.sql("DELETE FROM deadlines WHERE task_id = :task").param("task", task.getId()).update();
    jdbc.sql("ALTER TABLE deadlines ENABLE TRIGGER deadlines_stay").update();
    waits(Duration.ofDays(3));

    assertThat(sweep.escalate()).isEqualTo(3);
    assertThat(rungs(number)).hasSize(3);
    assertThat(mark(task)).isEqualTo("AGENCY_HEAD");
  }

  /** Its time counts from the stage: sending a plan back does not begin it anew. */
  @Test
  void a_step_that_comes_again_in_the_same_time_is_not_told_again_but_marked() {
    var number = aCase(RiskLevel.EMERGENCY);
    OneStep.begin(engine, "Write case plan", number);
    waits(Duration.ofDays(10));
    assertThat(sweep.escalate()).isEqualTo(3);

    var again = OneStep.begin(engine, "Write case plan", number);

    assertThat(mark(again)).isEqualTo("AGENCY_HEAD");
    assertThat(listed(Crew.of(Role.AGENCY_HEAD), again)).isTrue();
    assertThat(sweep.escalate()).isZero();
    assertThat(rungs(number)).hasSize(3);
  }

  @Test
  void a_visit_that_comes_again_is_late_again() {
    var number = aCase(RiskLevel.EMERGENCY);
    var first = OneStep.begin(engine, "Visit person", number);
    waits(Duration.ofDays(10));
    assertThat(sweep.escalate()).isEqualTo(3);
    Platform.run(
        () ->
            engine.getRuntimeService().deleteProcessInstance(first.getProcessInstanceId(), "test"));

    OneStep.begin(engine, "Visit person", number);
    assertThat(sweep.escalate()).isZero();
    waits(Duration.ofDays(10));

    assertThat(sweep.escalate()).isEqualTo(3);
    assertThat(rungs(number)).hasSize(6);
  }

  @Test
  void the_list_of_what_was_escalated_shows_it_to_supervisor_and_head_and_to_nobody_else() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);
    assertThat(listed(Crew.of(Role.SUPERVISOR), task)).isFalse();

    waits(Duration.ofHours(25));
    sweep.escalate();
    assertThat(listed(Crew.of(Role.SUPERVISOR), task)).isTrue();
    assertThat(listed(Crew.of(Role.AGENCY_HEAD), task)).isFalse();

    waits(Duration.ofHours(25));
    sweep.escalate();
    assertThat(listed(Crew.of(Role.AGENCY_HEAD), task)).isTrue();
    assertThat(listed("hasan", task)).as("the head of another agency").isFalse();
    assertThat(listed("budi", task)).as("the supervisor of another team").isFalse();
    assertThat(listed(Crew.of(Role.CLINICIAN), task)).isFalse();
  }

  @Test
  void the_head_does_not_come_to_see_a_sealed_case_by_its_being_late() {
    var number = aCase(RiskLevel.EMERGENCY);
    var task = urgent(number);
    cases.seal(number, "Sexual violence", Crew.of(Role.SUPERVISOR));
    waits(Duration.ofDays(3));

    sweep.escalate();

    assertThat(told(number, Rung.AGENCY_HEAD)).contains(Crew.of(Role.AGENCY_HEAD));
    assertThat(listed(Crew.of(Role.AGENCY_HEAD), task)).isFalse();
    assertThat(listed(Crew.of(Role.SUPERVISOR), task)).isTrue();
  }

  private boolean listed(String user, Task task) {
    var filter =
        Platform.call(
            () ->
                engine
                    .getFilterService()
                    .createTaskFilterQuery()
                    .filterName("Escalated")
                    .singleResult());
    var role = Crew.roleOf(user);
    var groups =
        role.map(
                each ->
                    each == Role.SUPERVISOR
                        ? List.of(each.key(), "scene-team", "scene-team-supervisor")
                        : List.of(each.key()))
            .orElse(List.of("supervisor", "agency-head", "tim-utara", "tim-utara-supervisor"));
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      List<Task> tasks = engine.getFilterService().listPage(filter.getId(), 0, 100);
      return tasks.stream().anyMatch(each -> each.getId().equals(task.getId()));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** Nobody does anything for half a year; every day the server looks once. */
  @Test
  void over_half_a_year_each_rung_of_each_step_is_told_once_and_on_its_day() {
    var low = aCase(RiskLevel.LOW);
    var plan = OneStep.begin(engine, "Assess needs", low);
    var high = aCase(RiskLevel.HIGH);
    OneStep.begin(engine, "Assess needs", high);

    for (int day = 0; day < 183; day++) {
      waits(Duration.ofDays(1));
      sweep.escalate();
    }

    assertThat(days(high)).containsExactly("2026-11-26", "2026-11-30", "2026-12-07");
    // 30 working days: without weekends, Christmas and the collective leave before it, New Year.
    assertThat(plan.getDueDate().toInstant()).isEqualTo("2026-12-30T03:00:00Z");
    assertThat(days(low)).containsExactly("2026-12-21", "2026-12-30", "2027-01-21");
    assertThat(rungs(low)).containsExactly("REMINDER", "SUPERVISOR", "AGENCY_HEAD");
  }

  /** On which days it was told, as in Jakarta. */
  private List<String> days(CaseNumber number) {
    return jdbc.sql(
            """
            SELECT to_char(escalated_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD') FROM escalations
            WHERE case_number = :number ORDER BY escalated_at
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  /** A whole case through months: what is done in time is told nobody. */
  @Test
  void a_case_that_goes_in_time_is_never_escalated() {
    var number = aCase(RiskLevel.MEDIUM);
    cases.close(number, ClosureReason.GOALS_MET, Crew.of(Role.SUPERVISOR));
    var aftercare = scenarios.process("aftercare", number, Map.of());

    for (var day : List.of("30", "90", "180")) {
      aftercare.runsUntil("make-contact-after-" + day + "-days");
      sweep.escalate();
    }
    aftercare.runs();
    waits(Duration.ofDays(60));
    sweep.escalate();

    assertThat(rungs(number)).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) AS kept, count(*) FILTER (WHERE closed_at IS NULL) AS open
                    FROM deadlines WHERE case_number = :number
                    """)
                .param("number", number.value())
                .query()
                .singleRow())
        .containsEntry("kept", 3L)
        .containsEntry("open", 0L);
  }
}
