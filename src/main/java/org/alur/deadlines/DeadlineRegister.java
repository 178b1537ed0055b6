package org.alur.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.Allowance.CountedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the deadlines of all cases. */
@Component
class DeadlineRegister {

  private final JdbcClient jdbc;

  DeadlineRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void enter(Deadline deadline, Instant setAt) {
    var first = deadline.first();
    jdbc.sql(
            """
            INSERT INTO deadlines (id, case_number, step, step_name, task_id, occurrence,
              counted_in,
              first_remind_at, first_target_at, first_fatal_at, remind_at, target_at, fatal_at,
              legal_basis, legal_until, set_at)
            VALUES (:id, :number, :step, :name, :task, :occurrence, :countedIn, :remind, :target, :fatal,
              :remind, :target, :fatal, :basis, :until, :now)
            """)
        .param("id", deadline.id())
        .param("number", deadline.number().value())
        .param("step", deadline.step())
        .param("name", deadline.stepName())
        .param("task", deadline.taskId())
        .param("occurrence", deadline.occurrence())
        .param("countedIn", deadline.countedIn().name())
        .param("remind", at(first.remindAt()))
        .param("target", at(first.targetAt()))
        .param("fatal", at(first.fatalAt()))
        .param("basis", deadline.legalBasis().orElse(null))
        .param("until", deadline.legalUntil().map(DeadlineRegister::at).orElse(null))
        .param("now", at(setAt))
        .update();
  }

  /** Changes what was set, and what is left of it after suspension and extension. */
  void change(UUID id, CountedIn countedIn, TimeLimits first, TimeLimits now) {
    jdbc.sql(
            """
            UPDATE deadlines SET counted_in = :countedIn, first_remind_at = :firstRemind,
              first_target_at = :firstTarget, first_fatal_at = :firstFatal,
              remind_at = :remind, target_at = :target, fatal_at = :fatal
            WHERE id = :id
            """)
        .param("id", id)
        .param("countedIn", countedIn.name())
        .param("firstRemind", at(first.remindAt()))
        .param("firstTarget", at(first.targetAt()))
        .param("firstFatal", at(first.fatalAt()))
        .param("remind", at(now.remindAt()))
        .param("target", at(now.targetAt()))
        .param("fatal", at(now.fatalAt()))
        .update();
  }

  /** Notes that the task was done or went away. */
  void close(String taskId, Instant now) {
    jdbc.sql("UPDATE deadlines SET closed_at = :now WHERE task_id = :task AND closed_at IS NULL")
        .param("task", taskId)
        .param("now", at(now))
        .update();
  }

  /** Open tasks of cases that nobody gave a deadline, such as those that are older than Alur's. */
  List<String> tasksWithout() {
    return jdbc.sql(
            """
            SELECT t.id_
            FROM act_ru_task t
              JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
              JOIN cases c ON c.number = e.business_key_
            WHERE NOT EXISTS (SELECT FROM deadlines d WHERE d.task_id = t.id_)
            """)
        .query(String.class)
        .list();
  }

  Optional<Deadline> ofTask(String taskId) {
    return jdbc.sql("SELECT * FROM deadlines WHERE task_id = :task")
        .param("task", taskId)
        .query(DeadlineRegister::read)
        .optional();
  }

  /** An open deadline, which nobody else changes until the transaction ends. */
  Optional<Deadline> lockOpen(UUID id) {
    return jdbc.sql("SELECT * FROM deadlines WHERE id = :id AND closed_at IS NULL FOR UPDATE")
        .param("id", id)
        .query(DeadlineRegister::read)
        .optional();
  }

  Optional<Deadline> findOpen(UUID id) {
    return jdbc.sql("SELECT * FROM deadlines WHERE id = :id AND closed_at IS NULL")
        .param("id", id)
        .query(DeadlineRegister::read)
        .optional();
  }

  List<Deadline> openOf(CaseNumber number) {
    return jdbc.sql(
            """
            SELECT * FROM deadlines WHERE case_number = :number AND closed_at IS NULL
            ORDER BY target_at, id
            """)
        .param("number", number.value())
        .query(DeadlineRegister::read)
        .list();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Deadline read(ResultSet row, int index) throws SQLException {
    return new Deadline(
        row.getObject("id", UUID.class),
        new CaseNumber(row.getString("case_number")),
        row.getString("step"),
        row.getString("step_name"),
        row.getString("task_id"),
        row.getString("occurrence"),
        CountedIn.valueOf(row.getString("counted_in")),
        new TimeLimits(
            instant(row, "first_remind_at"),
            instant(row, "first_target_at"),
            instant(row, "first_fatal_at")),
        new TimeLimits(
            instant(row, "remind_at"), instant(row, "target_at"), instant(row, "fatal_at")),
        Optional.ofNullable(row.getString("legal_basis")),
        find(row, "legal_until"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> find(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }
}
