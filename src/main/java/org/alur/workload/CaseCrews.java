package org.alur.workload;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up who works on a case. */
@Component
class CaseCrews {

  private final JdbcClient jdbc;

  CaseCrews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The crew of a case; empty for a process that belongs to none. */
  Optional<CaseCrew> find(@Nullable String caseNumber) {
    if (caseNumber == null) {
      return Optional.empty();
    }
    return jdbc.sql(
            "SELECT number, lead, team_id, office_id, sealed FROM cases WHERE number = :number")
        .param("number", caseNumber)
        .query(
            (row, number) ->
                new CaseCrew(
                    row.getString("number"),
                    Optional.ofNullable(row.getString("lead")),
                    Optional.ofNullable(row.getString("team_id")),
                    Optional.ofNullable(row.getString("office_id")),
                    row.getBoolean("sealed")))
        .optional();
  }

  /** Who submitted the newest of these activities' forms within a process instance. */
  Optional<String> newestAuthor(String processInstanceId, List<String> activityIds) {
    return jdbc.sql(
            """
            SELECT submitted_by FROM case_records
            WHERE process_instance_id = :instance AND activity_id = ANY (:activities)
            ORDER BY ordinal DESC
            LIMIT 1
            """)
        .param("instance", processInstanceId)
        .param("activities", activityIds.toArray(String[]::new))
        .query(String.class)
        .optional();
  }

  /** Who submitted the newest record of a form in a case. */
  Optional<String> newestAuthorOf(String caseNumber, String formId) {
    return jdbc.sql(
            """
            SELECT submitted_by FROM case_records
            WHERE case_number = :number AND form_id = :form
            ORDER BY ordinal DESC
            LIMIT 1
            """)
        .param("number", caseNumber)
        .param("form", formId)
        .query(String.class)
        .optional();
  }
}
