package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.Timeline;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class DelaysTest {

  /** A Monday morning in Jakarta: 10:00. */
  private static final Instant MONDAY = Instant.parse("2026-11-16T03:00:00Z");

  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);

  @Autowired Delays delays;
  @Autowired Scenarios scenarios;
  @Autowired ProcessEngine engine;
  @Autowired TaskService tasks;
  @Autowired RiskAssessments risks;
  @Autowired Timeline timeline;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void it_is_monday() {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
  }

  @AfterEach
  void the_clock_is_right_again() {
    ClockUtil.reset();
  }

  /** A case whose caseworker is to assess the needs: in 21 working days, at the latest in 30. */
  private CaseNumber assessment(RiskLevel level) {
    var number = scenarios.aCase(level, "1990-05-05");
    jdbc.sql("UPDATE cases SET stage_entered_at = :now WHERE number = :number")
        .param("now", DeadlineRegister.at(MONDAY))
        .param("number", number.value())
        .update();
    scenarios.process("assessment", number, Map.of()).runsUntil("assess-needs");
    return number;
  }

  private OpenDeadline open(CaseNumber number, String step) {
    return delays.openOf(number).stream()
        .filter(deadline -> deadline.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private OpenDeadline needs(CaseNumber number) {
    return open(number, "Assess needs");
  }

  private Task task(CaseNumber number) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(number.value())
        .taskDefinitionKey("UserTask_AssessNeeds")
        .singleResult();
  }

  private DelayRequest request(CaseNumber number, DelayKind kind, int days) {
    return new DelayRequest(
        number,
        needs(number).id(),
        kind,
        days,
        "The person is in hospital.",
        SUPERVISOR,
        Optional.empty());
  }

  private void waits(int days) {
    ClockUtil.setCurrentTime(
        Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days))));
  }

  @Test
  void target_and_last_moment_come_from_the_decision() {
    var number = assessment(RiskLevel.HIGH);

    assertThat(needs(number).targetAt()).isEqualTo(MONDAY.plus(Duration.ofDays(14)));
    assertThat(needs(number).fatalAt()).isEqualTo(MONDAY.plus(Duration.ofDays(21)));
    assertThat(task(number).getDueDate().toInstant()).isEqualTo(needs(number).targetAt());
  }

  @Test
  void an_extension_counts_in_the_days_of_the_deadline_and_shows_in_the_task() {
    var number = assessment(RiskLevel.MEDIUM);
    var before = needs(number);
    assertThat(before.targetAt()).isEqualTo("2026-12-15T03:00:00Z");

    delays.grant(request(number, DelayKind.EXTENSION, 10));

    // Ten working days, with a Christmas of two days and the new year's day between them.
    assertThat(needs(number).targetAt()).isEqualTo("2026-12-31T03:00:00Z");
    assertThat(needs(number).fatalAt()).isAfter(before.fatalAt());
    assertThat(task(number).getDueDate().toInstant()).isEqualTo("2026-12-31T03:00:00Z");
    assertThat(timeline.of(number, Instant.parse("2026-11-16T03:00:01Z"), 20))
        .anySatisfy(
            entry -> {
              assertThat(entry.title()).isEqualTo("Deadline extended by 10 days: Assess needs");
              assertThat(entry.text()).contains("The person is in hospital.");
            });
  }

  @Test
  void of_a_suspension_only_the_days_that_passed_are_counted() {
    var number = assessment(RiskLevel.MEDIUM);
    delays.grant(request(number, DelayKind.SUSPENSION, 20));
    assertThat(needs(number).targetAt()).isEqualTo("2027-01-15T03:00:00Z");

    waits(4);
    delays.resume(number, needs(number).id(), SUPERVISOR);

    assertThat(needs(number).targetAt()).isEqualTo("2026-12-21T03:00:00Z");
    assertThat(used(number)).isEqualTo(4);
    assertThat(delays.refusalToResume(number, needs(number).id(), SUPERVISOR))
        .hasValue("This deadline is not suspended, so nothing has to go on.");
  }

  @Test
  void no_more_days_are_used_than_were_granted() {
    var number = assessment(RiskLevel.HIGH);
    delays.grant(request(number, DelayKind.SUSPENSION, 3));

    waits(9);
    delays.resume(number, needs(number).id(), SUPERVISOR);

    assertThat(used(number)).isEqualTo(3);
    assertThat(needs(number).targetAt()).isEqualTo(MONDAY.plus(Duration.ofDays(17)));
  }

  private int used(CaseNumber number) {
    return jdbc.sql("SELECT days_used FROM deadline_delays WHERE deadline_id = :id")
        .param("id", needs(number).id())
        .query(Integer.class)
        .single();
  }

  @Test
  void each_is_possible_once() {
    var number = assessment(RiskLevel.MEDIUM);
    delays.grant(request(number, DelayKind.SUSPENSION, 2));
    delays.grant(request(number, DelayKind.EXTENSION, 2));

    assertThat(refusal(request(number, DelayKind.SUSPENSION, 1)))
        .startsWith("This deadline was suspended already, and that is possible once.");
    assertThat(refusal(request(number, DelayKind.EXTENSION, 1)))
        .startsWith("This deadline was extended already, and that is possible once.");
    assertThatThrownBy(() -> delays.grant(request(number, DelayKind.EXTENSION, 1)))
        .isInstanceOf(DelayRefused.class);
    assertThatThrownBy(() -> insert(needs(number).id(), "EXTENSION", 1, "Again, please."))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, SUSPENSION, 1, 'At risk level emergency a deadline is not suspended'",
    "EMERGENCY, EXTENSION, 3, 'At risk level emergency a deadline is extended by 1 to 2 days'",
    "HIGH, SUSPENSION, 6, 'At risk level high a deadline is suspended by 1 to 5 days'",
    "LOW, EXTENSION, 31, 'At risk level low a deadline is extended by 1 to 30 days'",
    "LOW, SUSPENSION, 0, 'At risk level low a deadline is suspended by 1 to 60 days'",
  })
  void there_is_a_most_of_days_for_each_risk(
      RiskLevel level, DelayKind kind, int days, String sentence) {
    assertThat(refusal(request(assessment(level), kind, days))).startsWith(sentence);
  }

  @Test
  void only_supervisors_of_the_office_decide() {
    var number = assessment(RiskLevel.MEDIUM);
    for (var role : new Role[] {Role.CASEWORKER, Role.AGENCY_HEAD, Role.MANAGER}) {
      var asked = request(number, DelayKind.EXTENSION, 1);

      assertThat(
              delays.refusal(
                  new DelayRequest(
                      number,
                      asked.deadline(),
                      asked.kind(),
                      1,
                      asked.reason(),
                      Crew.of(role),
                      Optional.empty())))
          .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Only a supervisor"));
      assertThat(delays.refusalToResume(number, asked.deadline(), Crew.of(role))).isPresent();
    }
  }

  @Test
  void a_reason_is_given() {
    var number = assessment(RiskLevel.MEDIUM);
    var asked = request(number, DelayKind.EXTENSION, 1);

    assertThat(
            refusal(
                new DelayRequest(
                    number, asked.deadline(), asked.kind(), 1, " ", SUPERVISOR, Optional.empty())))
        .isEqualTo("Say why the deadline is to be extended.");
    assertThatThrownBy(() -> insert(asked.deadline(), "EXTENSION", 1, " "))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> insert(asked.deadline(), "EXTENSION", 31, "Much work to do."))
        .hasMessageContaining("no_longer_than_the_most");
  }

  @Test
  void what_was_due_at_the_latest_is_not_put_off_afterwards() {
    var number = assessment(RiskLevel.HIGH);
    waits(21);

    assertThat(refusal(request(number, DelayKind.EXTENSION, 1)))
        .startsWith("The last moment for this step has passed");
  }

  @Test
  void a_deadline_of_another_case_or_of_a_task_that_was_done_is_not_open() {
    var number = assessment(RiskLevel.MEDIUM);
    var other = assessment(RiskLevel.MEDIUM);
    var foreign =
        new DelayRequest(
            number,
            needs(other).id(),
            DelayKind.EXTENSION,
            1,
            "Somebody is ill.",
            SUPERVISOR,
            Optional.empty());
    assertThat(refusal(foreign)).startsWith("This deadline is not open any more");

    var done = request(other, DelayKind.EXTENSION, 1);
    scenarios.resume(other).runsUntilNobodyIsAsked();

    assertThat(delays.openOf(other)).isEmpty();
    assertThat(refusal(done)).startsWith("This deadline is not open any more");
  }

  @Test
  void what_was_granted_stays_when_the_risk_changes() {
    var number = assessment(RiskLevel.HIGH);
    delays.grant(request(number, DelayKind.EXTENSION, 5));

    risks.raise(number, RiskLevel.EMERGENCY, "Threats", SUPERVISOR, Optional.empty());

    assertThat(needs(number).targetAt()).isEqualTo(MONDAY.plus(Duration.ofDays(7 + 5)));
  }

  /** A decision about an objection, for which the law gives ten working days. */
  @Test
  void the_law_is_not_lengthened_suspended_or_extended_by_anybody() {
    var number = scenarios.aCase(RiskLevel.LOW, "1990-05-05");
    var task = OneStep.begin(engine, "Review removal objection", number);
    var deadline = open(number, "Review removal objection");

    // The decision would give 15 working days at the latest.
    assertThat(deadline.fatalAt()).isEqualTo("2026-11-30T03:00:00Z");
    assertThat(deadline.targetAt()).isEqualTo("2026-11-30T03:00:00Z");
    assertThat(task.getDueDate().toInstant()).isEqualTo("2026-11-30T03:00:00Z");
    for (var kind : DelayKind.values()) {
      var asked =
          new DelayRequest(
              number, deadline.id(), kind, 1, "Somebody is ill.", SUPERVISOR, Optional.empty());
      assertThat(refusal(asked))
          .isEqualTo(
              "The law sets this deadline (UU 30/2014 art. 77); it cannot be suspended or extended.");
      assertThatThrownBy(() -> insert(deadline.id(), kind.name(), 1, "Somebody is ill."))
          .hasMessageContaining("limits_of_the_law_are_not_delayed");
    }
    assertThatThrownBy(() -> change("fatal_at = fatal_at + interval '1 day'", deadline.id()))
        .hasMessageContaining("legal_limit_is_not_lengthened");
    assertThatThrownBy(
            () ->
                change(
                    "legal_until = NULL, legal_basis = NULL, fatal_at = fatal_at + interval '1 day'",
                    deadline.id()))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> jdbc.sql("UPDATE legal_limits SET amount = 'P90D'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM legal_limits").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void nobody_delays_a_look_at_what_was_done_to_somebody() {
    var number = scenarios.aCase(RiskLevel.LOW, "1990-05-05");
    OneStep.begin(engine, "Review measure", number);
    var asked =
        new DelayRequest(
            number,
            open(number, "Review measure").id(),
            DelayKind.EXTENSION,
            1,
            "Somebody is ill.",
            SUPERVISOR,
            Optional.empty());

    assertThat(refusal(asked))
        .isEqualTo("This step looks after somebody's rights; it cannot be extended. Do it now.");
  }

  private String refusal(DelayRequest request) {
    return delays.refusal(request).orElse("");
  }

  private void change(String what, UUID deadline) {
    jdbc.sql("UPDATE deadlines SET " + what + " WHERE id = :id").param("id", deadline).update();
  }

  private void insert(UUID deadline, String kind, int days, String reason) {
    jdbc.sql(
            """
            INSERT INTO deadline_delays (deadline_id, kind, days, reason, decided_by, decided_at)
            VALUES (:id, :kind, :days, :reason, 'somebody', now())
            """)
        .param("id", deadline)
        .param("kind", kind)
        .param("days", days)
        .param("reason", reason)
        .update();
  }
}
