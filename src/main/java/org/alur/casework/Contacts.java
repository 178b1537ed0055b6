package org.alur.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of a case. */
@Component
public class Contacts {

  private final JdbcClient database;
  private final Clock clock;

  Contacts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a contact. */
  @Transactional
  public void log(CaseNumber number, Contact contact, String by, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO contacts (id, case_number, type, planned_at, held_at, outcome, with_whom,
              summary, next_step, made_by, recorded_at, record_id)
            VALUES (:id, :number, :type, :plannedAt, :heldAt, :outcome, :withWhom, :summary,
              :nextStep, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("type", contact.type().name())
        .param("plannedAt", contact.plannedAt().map(Row::at).orElse(null))
        .param("heldAt", contact.heldAt().map(Row::at).orElse(null))
        .param("outcome", contact.outcome().name())
        .param("withWhom", contact.withWhom().orElse(null))
        .param("summary", contact.summary().orElse(null))
        .param("nextStep", contact.nextStep().orElse(null))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
  }

  /** When the client was last met or spoken to. */
  public Optional<Instant> lastHeld(CaseNumber number) {
    return database
        .sql(
            """
            SELECT held_at FROM contacts WHERE case_number = :number AND outcome = 'HELD'
            ORDER BY held_at DESC LIMIT 1
            """)
        .param("number", number.value())
        .query((columns, index) -> new Row(columns).instant("held_at"))
        .optional();
  }

  /**
   * How often the client was looked for in vain.
   *
   * @param total all attempts
   * @param homeVisits those of them that were visits at home
   */
  public record FailedAttempts(int total, int homeVisits) {}

  /** The attempts in vain since a point in time. */
  public FailedAttempts failedSince(CaseNumber number, Instant since) {
    return database
        .sql(
            """
            SELECT count(*) AS total, count(*) FILTER (WHERE type = 'HOME_VISIT') AS home_visits
            FROM contacts WHERE case_number = :number AND held_at >= :since
              AND outcome IN ('NOT_AT_HOME', 'NO_ANSWER')
            """)
        .param("number", number.value())
        .param("since", Row.at(since))
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new FailedAttempts(row.number("total"), row.number("home_visits"));
            })
        .single();
  }
}
