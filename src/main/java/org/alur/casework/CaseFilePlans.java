package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was planned, done to and measured in a case, as the case page shows it. */
@Component
class CaseFilePlans {

  private final JdbcClient database;

  CaseFilePlans(JdbcClient database) {
    this.database = database;
  }

  /** The approved version of the plan, else the newest. */
  Optional<CaseView.Plan> plan(CaseNumber number) {
    return database
        .sql(
            """
            SELECT p.*, coalesce(w.full_name, p.prepared_by) AS prepared_name,
              coalesce(d.full_name, p.decided_by) AS decided_name
            FROM plans p LEFT JOIN workers w ON w.user_id = p.prepared_by
              LEFT JOIN workers d ON d.user_id = p.decided_by
            WHERE case_number = :number
            ORDER BY status = 'APPROVED' DESC, version DESC LIMIT 1
            """)
        .param("number", number.value())
        .query((columns, index) -> plan(number, columns))
        .optional();
  }

  private CaseView.Plan plan(CaseNumber number, ResultSet columns) throws SQLException {
    var row = new Row(columns);
    int version = row.number("version");
    return new CaseView.Plan(
        version,
        row.text("status"),
        row.choice("leading_approach", Approach.class),
        row.choice("setting", Setting.class),
        row.text("summary"),
        row.findDate("starts_on"),
        row.findDate("ends_on"),
        row.findDate("review_due"),
        row.text("prepared_name"),
        row.instant("prepared_at"),
        row.findText("decided_name"),
        row.findInstant("decided_at"),
        row.findText("decision_reason"),
        goals(number, version),
        activities(number, version));
  }

  private List<CaseView.Goal> goals(CaseNumber number, int version) {
    return database
        .sql(
            """
            SELECT * FROM goals WHERE case_number = :number AND plan_version = :version
            ORDER BY ordinal
            """)
        .param("number", number.value())
        .param("version", version)
        .query((columns, index) -> goal(columns))
        .list();
  }

  private CaseView.Goal goal(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    var ratings = ratings(row.id("id"));
    var newest =
        ratings.isEmpty()
            ? Optional.<CaseView.Rating>empty()
            : Optional.of(ratings.get(ratings.size() - 1));
    return new CaseView.Goal(
        row.id("id"),
        row.number("ordinal"),
        row.text("domain"),
        row.text("description"),
        row.text("baseline"),
        row.text("target"),
        row.text("indicator"),
        row.findDate("due_on"),
        newest.map(CaseView.Rating::attainment),
        newest.map(CaseView.Rating::ratedAt),
        newest.flatMap(CaseView.Rating::comment),
        ratings);
  }

  private List<CaseView.Rating> ratings(UUID goal) {
    return database
        .sql(
            """
            WITH RECURSIVE line AS (
              SELECT id, continues FROM goals WHERE id = :goal
              UNION ALL
              SELECT g.id, g.continues FROM goals g JOIN line ON g.id = line.continues)
            SELECT r.*, coalesce(w.full_name, r.rated_by) AS by_name
            FROM goal_ratings r JOIN line ON line.id = r.goal_id
              LEFT JOIN workers w ON w.user_id = r.rated_by
            ORDER BY r.rated_at, r.id
            """)
        .param("goal", goal)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Rating(
                  row.number("attainment"),
                  row.findText("comment"),
                  row.text("by_name"),
                  row.instant("rated_at"));
            })
        .list();
  }

  private List<CaseView.Activity> activities(CaseNumber number, int version) {
    return database
        .sql(
            """
            SELECT * FROM activities WHERE case_number = :number AND plan_version = :version
            ORDER BY ordinal
            """)
        .param("number", number.value())
        .param("version", version)
        .query(CaseFilePlans::activity)
        .list();
  }

  private static CaseView.Activity activity(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new CaseView.Activity(
        row.id("id"),
        row.number("ordinal"),
        row.choice("approach", Approach.class),
        row.choice("setting", Setting.class),
        row.findText("atensi_component"),
        row.findText("service_key"),
        row.text("description"),
        row.findText("provider"),
        row.findText("frequency"),
        row.findDate("starts_on"),
        row.findDate("due_on"),
        row.text("status"));
  }

  List<CaseView.Measure> measures(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM coercive_measures WHERE case_number = :number
            ORDER BY requested_at DESC, id
            """)
        .param("number", number.value())
        .query(CaseFilePlans::measure)
        .list();
  }

  private static CaseView.Measure measure(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new CaseView.Measure(
        row.id("id"),
        row.text("kind"),
        row.text("legal_basis"),
        row.text("document_number"),
        row.text("status"),
        row.instant("valid_from"),
        row.instant("valid_until"),
        row.findInstant("ended_at"),
        row.findText("end_reason"));
  }

  List<CaseView.Score> scores(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM scale_results WHERE case_number = :number AND person_id IS NULL
            ORDER BY measured_at, instrument, dimension
            """)
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Score(
                  row.text("instrument"),
                  row.text("dimension"),
                  row.decimal("value").doubleValue(),
                  row.text("occasion"),
                  row.instant("measured_at"));
            })
        .list();
  }
}
