package org.alur.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who suspended or extended which deadline, and why. */
@Component
class DelayRegister {

  private final JdbcClient jdbc;

  DelayRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void enter(DelayRequest request, Instant now) {
    jdbc.sql(
            """
            INSERT INTO deadline_delays (deadline_id, kind, days, days_used, reason, decided_by,
              decided_at, record_id)
            VALUES (:deadline, :kind, :days, :used, :reason, :by, :now, :record)
            """)
        .param("deadline", request.deadline())
        .param("kind", request.kind().name())
        .param("days", request.days())
        .param("used", request.kind() == DelayKind.EXTENSION ? request.days() : null)
        .param("reason", request.reason().strip())
        .param("by", request.by())
        .param("now", DeadlineRegister.at(now))
        .param("record", request.record().orElse(null))
        .update();
  }

  void resume(UUID deadline, int daysUsed, String by, Instant now) {
    jdbc.sql(
            """
            UPDATE deadline_delays SET days_used = :used, resumed_by = :by, resumed_at = :now
            WHERE deadline_id = :deadline AND kind = 'SUSPENSION' AND resumed_at IS NULL
            """)
        .param("deadline", deadline)
        .param("used", daysUsed)
        .param("by", by)
        .param("now", DeadlineRegister.at(now))
        .update();
  }

  List<Delay> of(UUID deadline) {
    return jdbc.sql("SELECT * FROM deadline_delays WHERE deadline_id = :deadline ORDER BY kind")
        .param("deadline", deadline)
        .query(
            (row, number) ->
                new Delay(
                    DelayKind.valueOf(row.getString("kind")),
                    row.getInt("days"),
                    Optional.ofNullable(row.getObject("days_used", Integer.class)),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<Delay> find(UUID deadline, DelayKind kind) {
    return of(deadline).stream().filter(delay -> delay.kind() == kind).findFirst();
  }

  /** By how many days a deadline is later than it was set. */
  int daysOf(UUID deadline) {
    return of(deadline).stream().mapToInt(Delay::effectiveDays).sum();
  }
}
