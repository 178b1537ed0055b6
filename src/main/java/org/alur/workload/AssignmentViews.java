package org.alur.workload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads back why somebody leads a case. */
@Component
class AssignmentViews {

  private final JdbcClient jdbc;

  AssignmentViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All decisions about who leads a case, the newest first.
   *
   * @param viewer who asks
   */
  List<AssignmentView> of(CaseNumber number, String viewer) {
    return jdbc.sql(
            """
            SELECT d.*, l.full_name AS lead_name, coalesce(b.full_name, d.decided_by) AS by_name
            FROM lead_decisions d LEFT JOIN workers l ON l.user_id = d.lead
              LEFT JOIN workers b ON b.user_id = d.decided_by
            WHERE d.case_number = :number ORDER BY d.decided_at DESC, d.id
            """)
        .param("number", number.value())
        .query((columns, index) -> view(columns, viewer))
        .list();
  }

  private AssignmentView view(ResultSet columns, String viewer) throws SQLException {
    var row = new Row(columns);
    var lead = row.findText("lead");
    return new AssignmentView(
        row.choice("how", LeadDecision.How.class),
        lead,
        row.findText("lead_name"),
        lead.filter(viewer::equals).isPresent(),
        row.text("reason"),
        row.findText("by_name"),
        row.instant("decided_at"),
        columns.getBigDecimal("weight"),
        columns.getBigDecimal("soft_limit"),
        columns.getBigDecimal("hard_limit"),
        row.findText("needed_skill"),
        row.findText("language"),
        candidates(row.id("id")));
  }

  private List<AssignmentView.CandidateView> candidates(UUID decision) {
    return jdbc.sql(
            """
            SELECT c.*, w.full_name FROM lead_candidates c JOIN workers w ON w.user_id = c.user_id
            WHERE c.decision_id = :decision ORDER BY c.place
            """)
        .param("decision", decision)
        .query(AssignmentViews::candidate)
        .list();
  }

  private static AssignmentView.CandidateView candidate(ResultSet columns, int index)
      throws SQLException {
    var row = new Row(columns);
    return new AssignmentView.CandidateView(
        row.text("user_id"),
        row.text("full_name"),
        columns.getInt("points"),
        columns.getBigDecimal("caseload"),
        row.is("speaks_language"),
        row.is("has_skill"),
        row.is("works_in_district"),
        row.findInstant("last_assigned_at"),
        obstacle(row.texts("obstacles")));
  }

  private static Optional<String> obstacle(List<String> codes) {
    return Arrays.stream(Obstacle.values())
        .filter(obstacle -> codes.contains(obstacle.name()))
        .map(Obstacle::words)
        .findFirst();
  }
}
