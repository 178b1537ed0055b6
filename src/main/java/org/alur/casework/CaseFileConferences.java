package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conferences about a case, as the case page shows them. */
@Component
class CaseFileConferences {

  private final JdbcClient database;

  CaseFileConferences(JdbcClient database) {
    this.database = database;
  }

  List<CaseView.Conference> of(CaseNumber number) {
    return database
        .sql(
            """
            SELECT c.*, c.reason <> 'OTHER' AS mandatory, m.kind AS measure, d.planned_at, d.outcome AS last_outcome,
              w.full_name AS chair, (SELECT count(*) FROM conference_dates n
                WHERE n.conference_id = c.id AND n.outcome IN ('NO_QUORUM', 'POSTPONED'))::integer
                AS failed
            FROM conferences c LEFT JOIN coercive_measures m ON m.id = c.measure_id
              LEFT JOIN LATERAL (SELECT * FROM conference_dates n WHERE n.conference_id = c.id
                ORDER BY n.ordinal DESC LIMIT 1) d ON true
              LEFT JOIN workers w ON w.user_id = d.chair
            WHERE c.case_number = :number ORDER BY c.called_at DESC, c.id
            """)
        .param("number", number.value())
        .query((columns, index) -> conference(columns))
        .list();
  }

  private CaseView.Conference conference(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    var id = row.id("id");
    return new CaseView.Conference(
        id,
        row.text("reason"),
        row.is("mandatory"),
        row.findText("measure"),
        row.findText("purpose"),
        row.instant("called_at"),
        row.findInstant("planned_at"),
        row.findText("chair"),
        row.number("failed"),
        row.findInstant("held_at"),
        row.findText("called_off_because"),
        decisions(id),
        dissents(id));
  }

  private List<CaseView.Resolution> decisions(UUID conference) {
    return database
        .sql(
            """
            SELECT d.*, w.full_name FROM conference_decisions d
              JOIN workers w ON w.user_id = d.owner
            WHERE conference_id = :id ORDER BY ordinal
            """)
        .param("id", conference)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Resolution(
                  row.text("decision"),
                  row.text("full_name"),
                  row.findDate("due_on").orElseThrow(),
                  row.findText("outcome"),
                  row.findText("report"),
                  row.findInstant("closed_at"));
            })
        .list();
  }

  private List<CaseView.Dissent> dissents(UUID conference) {
    return database
        .sql("SELECT * FROM conference_dissents WHERE conference_id = :id ORDER BY ordinal")
        .param("id", conference)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Dissent(row.text("who"), row.text("what"));
            })
        .list();
  }
}
