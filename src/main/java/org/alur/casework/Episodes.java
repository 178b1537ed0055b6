package org.alur.casework;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times during which a case was open. */
@Component
public class Episodes {

  private final JdbcClient database;
  private final Clock clock;

  Episodes(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins the next episode and gives its ordinal. */
  int begin(CaseNumber number, String reason, String by) {
    return database
        .sql(
            """
            INSERT INTO episodes (case_number, ordinal, opened_at, opened_by, reason)
            SELECT :number, coalesce(max(ordinal), 0) + 1, :now, :by, :reason
            FROM episodes WHERE case_number = :number
            RETURNING ordinal
            """)
        .param("number", number.value())
        .param("now", Row.at(clock.instant()))
        .param("by", by)
        .param("reason", reason)
        .query(Integer.class)
        .single();
  }

  void end(CaseNumber number) {
    database
        .sql(
            """
            UPDATE episodes SET closed_at = :now
            WHERE case_number = :number AND closed_at IS NULL
            """)
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
  }

  /** The ordinal of the newest episode, open or not. */
  public int current(CaseNumber number) {
    return database
        .sql("SELECT max(ordinal) FROM episodes WHERE case_number = :number")
        .param("number", number.value())
        .query(Integer.class)
        .single();
  }
}
