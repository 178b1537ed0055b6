package org.alur.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which steps were escalated how far. */
@Component
class EscalationRegister {

  private final JdbcClient jdbc;

  EscalationRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A rung that a deadline has reached and nobody was told of. */
  record Due(UUID deadline, Rung rung) {}

  /** What is to be told, what is late longest first. */
  List<Due> due(Instant now) {
    return jdbc.sql(
            """
            SELECT d.id, r.rung
            FROM deadlines d CROSS JOIN LATERAL (VALUES
              ('REMINDER', d.remind_at), ('SUPERVISOR', d.target_at), ('AGENCY_HEAD', d.fatal_at)
            ) r (rung, due_at)
            WHERE d.closed_at IS NULL AND d.remind_at <= :now AND r.due_at <= :now
              AND NOT EXISTS (SELECT FROM escalations e
                WHERE e.case_number = d.case_number AND e.step = d.step
                  AND e.occurrence = d.occurrence AND e.rung = r.rung)
            ORDER BY r.due_at, d.id
            """)
        .param("now", DeadlineRegister.at(now))
        .query(
            (row, number) ->
                new Due(row.getObject("id", UUID.class), Rung.valueOf(row.getString("rung"))))
        .list();
  }

  /**
   * Enters it, unless that was done before or is done by another node at this moment.
   *
   * @return whether the caller is the first and has to act
   */
  boolean enter(Escalation escalation, Instant now) {
    var deadline = escalation.deadline();
    return jdbc.sql(
                """
                INSERT INTO escalations (id, deadline_id, case_number, step, occurrence, rung,
                  due_at, escalated_at, told)
                VALUES (:id, :deadline, :number, :step, :occurrence, :rung, :due, :now, :told)
                ON CONFLICT ON CONSTRAINT once_per_case_step_and_rung DO NOTHING
                """)
            .param("id", escalation.id())
            .param("deadline", deadline.id())
            .param("number", deadline.number().value())
            .param("step", deadline.step())
            .param("occurrence", deadline.occurrence())
            .param("rung", escalation.rung().name())
            .param("due", DeadlineRegister.at(escalation.dueAt()))
            .param("now", DeadlineRegister.at(now))
            .param("told", escalation.told().toArray(String[]::new))
            .update()
        == 1;
  }

  /** How far a step was escalated already, perhaps with another task. */
  Optional<Rung> highest(CaseNumber number, String step, String occurrence) {
    return jdbc
        .sql(
            """
            SELECT rung FROM escalations
            WHERE case_number = :number AND step = :step AND occurrence = :occurrence
            """)
        .param("number", number.value())
        .param("step", step)
        .param("occurrence", occurrence)
        .query(String.class)
        .list()
        .stream()
        .map(Rung::valueOf)
        .max(Rung::compareTo);
  }
}
