package org.alur.casework;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a case's own facts, for the timeline and for reports. */
@Component
class CaseChanges {

  private final JdbcClient database;
  private final Clock clock;

  CaseChanges(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes one change; {@code by} is missing when the process itself moved on. */
  void note(
      CaseNumber number,
      String what,
      @Nullable String oldValue,
      @Nullable String newValue,
      @Nullable String reason,
      @Nullable String by) {
    database
        .sql(
            """
            INSERT INTO case_changes (case_number, what, old_value, new_value, reason, changed_by,
              changed_at)
            VALUES (:number, :what, :old, :new, :reason, :by, :now)
            """)
        .param("number", number.value())
        .param("what", what)
        .param("old", oldValue)
        .param("new", newValue)
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
  }
}
