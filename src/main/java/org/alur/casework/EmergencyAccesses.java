package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alur.casework.EmergencyAccess.Look;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Explained.Reason;
import org.alur.organisation.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those who work on cases open one that is not theirs when it cannot wait: to read it, for
 * four hours, for a reason, and with the supervisor told at once.
 */
@Component
public class EmergencyAccesses {

  /** How long a case stays open (proposal, not law); the database knows it too. */
  static final Duration LASTS = Duration.ofHours(4);

  private static final int SHORTEST_REASON = 20;
  private static final int LONGEST_REASON = 2000;

  private static final Role[] WORK_ON_CASES = {
    Role.INTAKE_OFFICER,
    Role.CASEWORKER,
    Role.WELFARE_STAFF,
    Role.SUPERVISOR,
    Role.AGENCY_HEAD,
    Role.COURT_LIAISON,
    Role.CLINICIAN
  };

  private static final String SELECT =
      """
      SELECT e.*, coalesce(w.full_name, e.user_id) AS by_name,
        coalesce(r.full_name, e.reviewed_by) AS reviewed_name
      FROM emergency_accesses e
        LEFT JOIN workers w ON w.user_id = e.user_id
        LEFT JOIN workers r ON r.user_id = e.reviewed_by
      """;

  private final JdbcClient database;
  private final CaseReaders readers;
  private final ConflictsOfInterest conflicts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EmergencyAccesses(
      JdbcClient database,
      CaseReaders readers,
      ConflictsOfInterest conflicts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.database = database;
    this.readers = readers;
    this.conflicts = conflicts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens a case of the user's agency.
   *
   * @param noConflict whether the user declares that the case is not about themselves or their
   *     family
   * @return until when
   */
  @Transactional
  public Instant open(CaseNumber number, CurrentUser user, String reason, boolean noConflict) {
    refuseOthersThanCaseworkers(user);
    refuseOtherAgencies(number, user.id());
    lock(user.id());
    if (readers.maySee(user.id(), number)) {
      throw new EmergencyAccessRefused(
          Reason.CONFLICT, "You may see this case already. Open it on its page.");
    }
    refuseWithoutReason(reason.strip());
    if (!noConflict) {
      throw new EmergencyAccessRefused(
          Reason.NOT_ALLOWED,
          "You cannot open a case about yourself or your family. Tell the supervisor on duty what"
              + " cannot wait.");
    }
    if (conflicts.concerns(user.id(), number)) {
      throw new EmergencyAccessRefused(
          Reason.NOT_ALLOWED,
          "You declared a conflict of interest, so you cannot open this case. Tell the supervisor on"
              + " duty what cannot wait.");
    }
    var id = UUID.randomUUID();
    var until = clock.instant().plus(LASTS);
    insert(id, number, user.id(), reason.strip(), until);
    events.publishEvent(new EmergencyAccessOpened(number, id));
    return until;
  }

  private static void refuseOthersThanCaseworkers(CurrentUser user) {
    if (!user.is(WORK_ON_CASES)) {
      throw new EmergencyAccessRefused(
          Reason.NOT_ALLOWED,
          "Cases are opened in an emergency by those who work on cases. Tell the supervisor on duty"
              + " what cannot wait.");
    }
  }

  private void refuseOtherAgencies(CaseNumber number, String userId) {
    boolean isOfAgency =
        database
            .sql(
                """
                SELECT EXISTS (SELECT 1 FROM cases c JOIN offices o ON o.id = c.office_id
                  JOIN offices own ON own.agency_id = o.agency_id
                  JOIN workers w ON w.office_id = own.id
                  WHERE c.number = :number AND w.user_id = :user AND w.active)
                """)
            .param("number", number.value())
            .param("user", userId)
            .query(Boolean.class)
            .single();
    if (!isOfAgency) {
      throw new CaseNotFound(number.value());
    }
  }

  /** Two quick requests of somebody follow each other, so that the second finds the case open. */
  private void lock(String userId) {
    database
        .sql("SELECT user_id FROM workers WHERE user_id = :user FOR NO KEY UPDATE")
        .param("user", userId)
        .query(String.class)
        .single();
  }

  private static void refuseWithoutReason(String reason) {
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new EmergencyAccessRefused(
          Reason.INVALID,
          "Say in a sentence or two why this cannot wait (20 to 2000 characters). The supervisor"
              + " reads it.");
    }
  }

  private void insert(UUID id, CaseNumber number, String userId, String reason, Instant until) {
    database
        .sql(
            """
            INSERT INTO emergency_accesses (id, case_number, user_id, reason, declares_no_conflict,
              opened_at, valid_until)
            VALUES (:id, :number, :user, :reason, true, :now, :until)
            """)
        .param("id", id)
        .param("number", number.value())
        .param("user", userId)
        .param("reason", reason)
        .param("now", Row.at(until.minus(LASTS)))
        .param("until", Row.at(until))
        .update();
  }

  /** Files what the supervisor thinks of it, once. */
  @Transactional
  public void review(UUID id, boolean justified, String review, String by) {
    database
        .sql(
            """
            UPDATE emergency_accesses SET justified = :justified, review = :review,
              reviewed_by = :by, reviewed_at = :now
            WHERE id = :id
            """)
        .param("justified", justified)
        .param("review", review)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Whether it was this user who opened the case. */
  public boolean isBy(UUID id, String userId) {
    return database
        .sql("SELECT user_id = :user FROM emergency_accesses WHERE id = :id")
        .param("user", userId)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** One of them. */
  public EmergencyAccess get(UUID id) {
    return database
        .sql(SELECT + "WHERE e.id = :id")
        .param("id", id)
        .query((columns, index) -> access(new Row(columns), ""))
        .single();
  }

  /** How often a case was opened like this, the last first. */
  List<EmergencyAccess> of(CaseNumber number, String userId) {
    // Who may work on the case has no need of the access any more.
    var reader = readers.worksOn(userId, number) ? "" : userId;
    return database
        .sql(SELECT + "WHERE e.case_number = :number ORDER BY e.opened_at DESC, e.id")
        .param("number", number.value())
        .query((columns, index) -> access(new Row(columns), reader))
        .list();
  }

  private EmergencyAccess access(Row row, String userId) throws SQLException {
    var id = row.id("id");
    return new EmergencyAccess(
        id,
        row.text("by_name"),
        row.text("reason"),
        row.instant("opened_at"),
        row.instant("valid_until"),
        row.text("user_id").equals(userId) && row.instant("valid_until").isAfter(clock.instant()),
        row.findFlag("justified"),
        row.findText("reviewed_name"),
        looks(id));
  }

  private List<Look> looks(UUID id) {
    return database
        .sql(
            """
            SELECT what, seen_at FROM case_views WHERE emergency_access_id = :id ORDER BY id
            LIMIT 200
            """)
        .param("id", id)
        .query(EmergencyAccesses::look)
        .list();
  }

  private static Look look(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Look(row.text("what"), row.instant("seen_at"));
  }
}
