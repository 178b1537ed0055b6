package org.alur.coercion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which measures compel somebody at this moment, for those who answer for them. */
@Component
class MeasureRegister {

  /**
   * A measure in force.
   *
   * @param overdue whether its end has come and nobody has ended it yet
   * @param reviewDue when it is reviewed at the latest
   */
  record Entry(
      CaseNumber number,
      String field,
      String team,
      MeasureKind kind,
      LegalBasis legalBasis,
      String documentNumber,
      String requestedBy,
      String approvedBy,
      Instant inForceSince,
      Instant endsAt,
      boolean overdue,
      Optional<Instant> lastReviewedAt,
      Instant reviewDue,
      boolean reviewOverdue) {}

  /**
   * The register as somebody may see it.
   *
   * @param notShown how many more are in force in cases that are sealed for this person
   */
  record Page(List<Entry> items, int notShown) {}

  private static final String IN_FORCE =
      """
      SELECT m.*, c.field,
        coalesce(m.head_approved_at, m.approved_at, m.valid_from) AS in_force_since,
        coalesce(t.name, '') AS team_name,
        coalesce(a.full_name, m.approved_by) AS approved_name,
        coalesce(r.full_name, m.requested_by) AS requested_name,
        (SELECT max(v.reviewed_at) FROM coercive_reviews v WHERE v.measure_id = m.id) AS reviewed_at
      FROM coercive_measures m
        JOIN cases c ON c.number = m.case_number
        LEFT JOIN teams t ON t.id = c.team_id
        LEFT JOIN workers a ON a.user_id = coalesce(m.head_approved_by, m.approved_by)
        LEFT JOIN workers r ON r.user_id = m.requested_by
      WHERE m.status = 'IN_FORCE' AND EXISTS (SELECT 1 FROM workers w
        JOIN worker_roles mine ON mine.user_id = w.user_id
        JOIN offices own ON own.id = w.office_id
        JOIN offices o ON o.agency_id = own.agency_id
        WHERE w.user_id = :user AND w.active AND o.id = c.office_id
          AND (mine.role = 'AGENCY_HEAD'
            OR mine.role = 'SUPERVISOR' AND (o.id = own.id OR t.supervisor = w.user_id)))
      ORDER BY m.valid_until, m.id
      """;

  private final JdbcClient database;
  private final CaseReaders readers;
  private final Clock clock;

  MeasureRegister(JdbcClient database, CaseReaders readers, Clock clock) {
    this.database = database;
    this.readers = readers;
    this.clock = clock;
  }

  /** The measures of the user's office, or of the agency for its head; the next to end first. */
  @Transactional
  public Page shownTo(String userId) {
    var all = database.sql(IN_FORCE).param("user", userId).query((row, i) -> entry(row)).list();
    var visible = readers.visible(userId, all.stream().map(Entry::number).toList());
    var shown = all.stream().filter(entry -> visible.contains(entry.number())).toList();
    shown.stream()
        .map(Entry::number)
        .distinct()
        .forEach(number -> readers.viewed(number, userId, "register of measures"));
    return new Page(shown, all.size() - shown.size());
  }

  private Entry entry(ResultSet row) throws SQLException {
    var kind = MeasureKind.valueOf(row.getString("kind"));
    Instant since = instant(row, "in_force_since");
    Optional<Instant> reviewed =
        Optional.ofNullable(row.getTimestamp("reviewed_at")).map(Timestamp::toInstant);
    Instant reviewDue = reviewed.orElse(since).plus(CoerciveMeasure.reviewEvery(kind));
    return new Entry(
        new CaseNumber(row.getString("case_number")),
        Field.valueOf(row.getString("field")).key(),
        row.getString("team_name"),
        kind,
        LegalBasis.valueOf(row.getString("legal_basis")),
        row.getString("document_number"),
        row.getString("requested_name"),
        row.getString("approved_name"),
        since,
        instant(row, "valid_until"),
        !instant(row, "valid_until").isAfter(clock.instant()),
        reviewed,
        reviewDue,
        reviewDue.isBefore(clock.instant()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
