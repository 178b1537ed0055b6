package org.alur.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.conference.Decision.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What conferences decided, and who did not agree. */
@Component
public class ConferenceDecisions {

  private final JdbcClient database;
  private final Clock clock;

  ConferenceDecisions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void file(UUID conference, Meeting meeting, String by) {
    for (int i = 0; i < meeting.resolutions().size(); i++) {
      file(conference, i + 1, meeting.resolutions().get(i));
    }
    for (int i = 0; i < meeting.dissents().size(); i++) {
      file(conference, i + 1, meeting.dissents().get(i), by);
    }
  }

  private void file(UUID conference, int ordinal, Meeting.Resolution resolution) {
    database
        .sql(
            """
            INSERT INTO conference_decisions (id, conference_id, ordinal, decision, owner, due_on)
            VALUES (:id, :conference, :ordinal, :decision, :owner, :due)
            """)
        .param("id", UUID.randomUUID())
        .param("conference", conference)
        .param("ordinal", ordinal)
        .param("decision", resolution.text())
        .param("owner", resolution.owner())
        .param("due", resolution.dueOn())
        .update();
  }

  private void file(UUID conference, int ordinal, Meeting.Dissent dissent, String by) {
    database
        .sql(
            """
            INSERT INTO conference_dissents (id, conference_id, ordinal, who, what, recorded_by,
              recorded_at)
            VALUES (:id, :conference, :ordinal, :who, :what, :by, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("conference", conference)
        .param("ordinal", ordinal)
        .param("who", dissent.who())
        .param("what", dissent.what())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
  }

  /**
   * Files what became of a decision.
   *
   * @throws ConferenceOver if that is on file already
   */
  @Transactional
  public void report(UUID decision, Outcome outcome, String report, String by) {
    int reported =
        database
            .sql(
                """
                UPDATE conference_decisions SET outcome = :outcome, report = :report,
                  closed_by = :by, closed_at = :now
                WHERE id = :id AND outcome IS NULL
                """)
            .param("outcome", outcome.name())
            .param("report", report)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", decision)
            .update();
    if (reported != 1) {
      throw new ConferenceOver();
    }
  }

  /** The decisions of a conference, in order. */
  public List<Decision> of(UUID conference) {
    return database
        .sql("SELECT * FROM conference_decisions WHERE conference_id = :id ORDER BY ordinal")
        .param("id", conference)
        .query(ConferenceDecisions::decision)
        .list();
  }

  /** Who did not agree, and with what, in order. */
  public List<Meeting.Dissent> dissents(UUID conference) {
    return database
        .sql("SELECT * FROM conference_dissents WHERE conference_id = :id ORDER BY ordinal")
        .param("id", conference)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Meeting.Dissent(row.text("who"), row.text("what"));
            })
        .list();
  }

  /** A decision, which is known to exist. */
  public Decision get(UUID id) {
    return database
        .sql("SELECT * FROM conference_decisions WHERE id = :id")
        .param("id", id)
        .query(ConferenceDecisions::decision)
        .single();
  }

  private static Decision decision(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Decision(
        row.id("id"),
        row.id("conference_id"),
        row.text("decision"),
        row.text("owner"),
        row.findDate("due_on").orElseThrow(),
        row.findChoice("outcome", Outcome.class));
  }
}
