package org.alur.policereport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Episodes;
import org.alur.casework.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which reports to the police are owed: one for each episode of a case, until it is made (UU
 * 12/2022 art. 41). A breach of the time is written down and stays.
 */
@Component
public class PoliceReports {

  private static final Logger LOG = LoggerFactory.getLogger(PoliceReports.class);

  /**
   * A report as it was made.
   *
   * @param byUs whether we made it, or somebody else had
   * @param at when the police were told
   * @param unit which police
   * @param number the number that the police gave it (nomor laporan)
   */
  public record Made(
      boolean byUs, Instant at, String unit, String number, String recordedBy, UUID record) {}

  private final JdbcClient database;
  private final Episodes episodes;
  private final Clock clock;

  PoliceReports(JdbcClient database, Episodes episodes, Clock clock) {
    this.database = database;
    this.episodes = episodes;
    this.clock = clock;
  }

  /**
   * Notes that a report is owed.
   *
   * @return the report; empty if this episode of the case has one already, open or made
   */
  @Transactional
  public Optional<PoliceReport> owe(CaseNumber number, Instant toldAt, Instant endsAt, String by) {
    var id = UUID.randomUUID();
    int added =
        database
            .sql(
                """
                INSERT INTO police_reports (id, case_number, episode, told_at, ends_at, noted_by,
                  noted_at)
                VALUES (:id, :number, :episode, :told, :ends, :by, :now)
                ON CONFLICT ON CONSTRAINT police_reports_once_per_episode DO NOTHING
                """)
            .param("id", id)
            .param("number", number.value())
            .param("episode", episodes.current(number))
            .param("told", Row.at(toldAt))
            .param("ends", Row.at(endsAt))
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .update();
    return added == 1 ? Optional.of(get(id)) : Optional.empty();
  }

  /** The report with this id, which is known to exist. */
  public PoliceReport get(UUID id) {
    return database
        .sql("SELECT * FROM police_reports WHERE id = :id")
        .param("id", id)
        .query(PoliceReports::read)
        .single();
  }

  /** The report that a case still owes. */
  public Optional<PoliceReport> open(CaseNumber number) {
    return database
        .sql("SELECT * FROM police_reports WHERE case_number = :number AND outcome IS NULL")
        .param("number", number.value())
        .query(PoliceReports::read)
        .optional();
  }

  /** Reports whose time is over although nobody has made them, or noted that. */
  public List<UUID> overdue() {
    return database
        .sql(
            """
            SELECT id FROM police_reports
            WHERE outcome IS NULL AND breached_at IS NULL AND ends_at <= :now
            ORDER BY ends_at
            """)
        .param("now", Row.at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /** Writes down, once, that the time passed without a report. */
  @Transactional
  public void breach(UUID id) {
    int noted =
        database
            .sql(
                """
                UPDATE police_reports SET breached_at = :now
                WHERE id = :id AND outcome IS NULL AND breached_at IS NULL AND ends_at <= :now
                """)
            .param("now", Row.at(clock.instant()))
            .param("id", id)
            .update();
    if (noted == 1) {
      LOG.warn("{}: the police were not told in time.", get(id).number());
    }
  }

  /**
   * Files the report. One that was made late is a breach, whoever noted it or did not.
   *
   * @return the report as it stands now
   */
  @Transactional
  public PoliceReport file(UUID id, Made made) {
    if (made.at().isAfter(get(id).endsAt())) {
      breach(id);
    }
    settle(
        database
            .sql(
                """
                UPDATE police_reports SET outcome = :outcome, reported_at = :at,
                  police_unit = :unit, report_number = :reportNumber, recorded_by = :by,
                  recorded_at = :now, record_id = :record
                WHERE id = :id AND outcome IS NULL
                """)
            .param(
                "outcome",
                (made.byUs() ? PoliceReport.Outcome.BY_US : PoliceReport.Outcome.BY_OTHERS).name())
            .param("at", Row.at(made.at()))
            .param("unit", made.unit())
            .param("reportNumber", made.number())
            .param("by", made.recordedBy())
            .param("now", Row.at(clock.instant()))
            .param("record", made.record())
            .param("id", id));
    return get(id);
  }

  /** Leaves the report to the case that this one is a duplicate of. */
  @Transactional
  public void leaveToOtherCase(UUID id, String by) {
    settle(
        database
            .sql(
                """
                UPDATE police_reports SET outcome = 'OTHER_CASE', recorded_by = :by,
                  recorded_at = :now
                WHERE id = :id AND outcome IS NULL
                """)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id));
  }

  private static void settle(JdbcClient.StatementSpec change) {
    if (change.update() != 1) {
      throw new IllegalStateException("This report to the police was settled before.");
    }
  }

  private static PoliceReport read(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new PoliceReport(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        row.instant("told_at"),
        row.instant("ends_at"),
        row.findText("outcome").map(PoliceReport.Outcome::valueOf),
        row.findInstant("breached_at"));
  }
}
