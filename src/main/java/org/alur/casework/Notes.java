package org.alur.casework;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want to remember about a case. */
@Component
public class Notes {

  private final JdbcClient database;
  private final Clock clock;

  Notes(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a note. */
  @Transactional
  public void add(
      CaseNumber number, Optional<String> subject, String text, String by, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO notes (id, case_number, subject, text, written_by, written_at, record_id)
            VALUES (:id, :number, :subject, :text, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("subject", subject.orElse(null))
        .param("text", text)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
  }
}
