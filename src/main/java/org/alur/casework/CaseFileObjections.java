package org.alur.casework;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The objections in a case about which something can still be said, the newest first. */
@Component
class CaseFileObjections {

  private final JdbcClient database;
  private final Clock clock;

  CaseFileObjections(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  List<CaseView.Objection> of(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM (SELECT id, lodged_at,
                outcome = 'REJECTED' AND appealed_at IS NULL AND appeal_until > :now AS appealable,
                withdrawn_at IS NULL AND unanswered IS NULL
                  AND (outcome IS NULL OR appealed_at IS NOT NULL AND appeal_outcome IS NULL)
                  AS withdrawable
              FROM objections WHERE case_number = :number) o
            WHERE appealable OR withdrawable ORDER BY lodged_at DESC, id
            """)
        .param("number", number.value())
        .param("now", Row.at(clock.instant()))
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Objection(
                  row.id("id"),
                  row.instant("lodged_at"),
                  row.findFlag("appealable").orElse(false),
                  row.is("withdrawable"));
            })
        .list();
  }
}
