package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a case: the lead, the team, the supervisor, intake until hand-over, the head of the
 * agency, an auditor, and whoever was named for it. Managers, analysts and administrators see none.
 */
@Component
public class CaseReaders implements CaseAccess {

  private static final String SENSITIVE_AND_NOT_LATELY =
      """
      (c.sealed OR EXISTS (SELECT 1 FROM coercive_measures m WHERE m.case_number = c.number))
        AND NOT EXISTS (SELECT 1 FROM case_views v WHERE v.case_number = c.number
          AND v.user_id = :user AND v.what = :what AND v.seen_at > :hourAgo)
      """;

  private final JdbcClient database;

  /** Spring leaves this class out of what it gives it. */
  private final ObjectProvider<CaseAccess> otherReasons;

  private final Clock clock;

  CaseReaders(JdbcClient database, ObjectProvider<CaseAccess> otherReasons, Clock clock) {
    this.database = database;
    this.otherReasons = otherReasons;
    this.clock = clock;
  }

  @Override
  public boolean maySee(String userId, CaseNumber number) {
    return sees(viewer(userId), number);
  }

  /** Everybody who sees a case works on it but the auditor. */
  @Override
  public boolean mayWorkOn(String userId, CaseNumber number) {
    return sees(viewer(userId).asWorker(), number);
  }

  private boolean sees(Viewer viewer, CaseNumber number) {
    var statement =
        database
            .sql(
                "SELECT EXISTS (SELECT 1 FROM cases c WHERE c.number = :number AND "
                    + Viewer.SEES
                    + ")")
            .param("number", number.value());
    return viewer.fill(statement).query(Boolean.class).single();
  }

  /** Those of some cases that a person may see because of who the person is. */
  public Set<CaseNumber> visible(String userId, Collection<CaseNumber> numbers) {
    var statement =
        database
            .sql("SELECT c.number FROM cases c WHERE c.number = ANY (:numbers) AND " + Viewer.SEES)
            .param("numbers", Row.array(numbers.stream().map(CaseNumber::value).toList()));
    return Set.copyOf(
        viewer(userId).fill(statement).query((row, i) -> new CaseNumber(row.getString(1))).list());
  }

  /**
   * Refuses in the words for a case that does not exist, so that nobody learns which cases do.
   *
   * @throws CaseNotFound if no reason lets the user see the case
   */
  public void check(String userId, CaseNumber number) {
    if (!maySee(userId, number)
        && otherReasons.stream().noneMatch(reason -> reason.maySee(userId, number))) {
      throw new CaseNotFound(number.value());
    }
  }

  /**
   * Refuses who may not add to the case.
   *
   * @throws CaseNotFound if no reason lets the user see the case
   * @throws CaseReadOnly if the user may see it and no more
   */
  public void checkWork(String userId, CaseNumber number) {
    check(userId, number);
    if (!worksOn(userId, number)) {
      throw new CaseReadOnly();
    }
  }

  /** Whether the user may add to the case for any reason. */
  boolean worksOn(String userId, CaseNumber number) {
    return mayWorkOn(userId, number)
        || otherReasons.stream().anyMatch(reason -> reason.mayWorkOn(userId, number));
  }

  /** What the user sees because of who the user is. */
  Viewer viewer(String userId) {
    return database
        .sql(
            """
            SELECT w.user_id,
              coalesce((SELECT array_agg(t.team_id) FROM worker_teams t
                WHERE t.user_id = w.user_id AND EXISTS (SELECT 1 FROM worker_roles r
                  WHERE r.user_id = w.user_id AND r.role IN ('CASEWORKER', 'WELFARE_STAFF',
                    'SUPERVISOR', 'COURT_LIAISON', 'CLINICIAN'))), '{}') AS teams,
              coalesce((SELECT array_agg(t.id) FROM teams t
                WHERE t.supervisor = w.user_id), '{}') AS supervised_teams,
              CASE WHEN 'INTAKE_OFFICER' = ANY (mine.roles)
                THEN ARRAY[w.office_id] ELSE '{}' END AS intake_offices,
              coalesce((SELECT array_agg(o.id) FROM offices o
                JOIN offices own ON own.agency_id = o.agency_id
                WHERE own.id = w.office_id AND 'AGENCY_HEAD' = ANY (mine.roles)), '{}')
                AS agency_offices,
              coalesce((SELECT array_agg(g.case_number) FROM case_access_grants g
                WHERE g.user_id = w.user_id AND g.revoked_at IS NULL AND g.granted_at <= :now
                  AND g.valid_until > :now), '{}') AS granted,
              coalesce((SELECT array_agg(DISTINCT e.case_number) FROM emergency_accesses e
                WHERE e.user_id = w.user_id AND e.opened_at <= :now AND e.valid_until > :now),
                '{}') AS opened,
              'AUDITOR' = ANY (mine.roles) AS auditor
            FROM workers w
            CROSS JOIN LATERAL (SELECT coalesce(array_agg(r.role), '{}') AS roles
              FROM worker_roles r WHERE r.user_id = w.user_id) mine
            WHERE w.user_id = :user AND w.active
            """)
        .param("user", userId)
        .param("now", Row.at(clock.instant()))
        .query(CaseReaders::read)
        .optional()
        .orElseGet(Viewer::nobody);
  }

  private static Viewer read(ResultSet columns, int number) throws SQLException {
    var row = new Row(columns);
    return new Viewer(
        row.text("user_id"),
        row.texts("teams"),
        row.texts("supervised_teams"),
        row.texts("intake_offices"),
        row.texts("agency_offices"),
        row.texts("granted"),
        row.texts("opened"),
        row.is("auditor"));
  }

  /** Lets a named person see a case for a time, sealed or not. */
  @Transactional
  public void grant(CaseNumber number, String userId, String reason, Instant until, String by) {
    database
        .sql(
            """
            INSERT INTO case_access_grants (id, case_number, user_id, reason, granted_by,
              granted_at, valid_until)
            VALUES (:id, :number, :user, :reason, :by, :now, :until)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("user", userId)
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("until", Row.at(until))
        .update();
  }

  /** Records that a user looked at a case, and why the user could (UU 27/2022 art. 31). */
  @Transactional
  public void viewed(CaseNumber number, String userId, String what) {
    look(Set.of(number), userId, what, "true");
  }

  /**
   * Records that a user saw cases in a list that names them: of those that are sealed or know
   * coercion, and once an hour, since lists renew themselves.
   */
  @Transactional
  public void listed(Collection<CaseNumber> numbers, String userId, String what) {
    if (!numbers.isEmpty()) {
      look(numbers, userId, what, SENSITIVE_AND_NOT_LATELY);
    }
  }

  private void look(Collection<CaseNumber> numbers, String userId, String what, String condition) {
    var now = clock.instant();
    var statement =
        database
            .sql(
                """
                INSERT INTO case_views (case_number, user_id, what, seen_at, why,
                  emergency_access_id)
                SELECT seen.number, :user, :what, :now, seen.why, CASE seen.why
                  WHEN 'EMERGENCY' THEN (SELECT e.id FROM emergency_accesses e
                    WHERE e.case_number = seen.number AND e.user_id = :user
                    ORDER BY e.opened_at DESC LIMIT 1) END
                FROM (SELECT c.number, $why AS why FROM cases c
                  WHERE c.number = ANY (:numbers) AND $condition) seen
                """
                    .replace("$why", Viewer.WHY)
                    .replace("$condition", condition))
            .param("numbers", Row.array(numbers.stream().map(CaseNumber::value).toList()))
            .param("user", userId)
            .param("what", what)
            .param("now", Row.at(now))
            .param("hourAgo", Row.at(now.minus(Duration.ofHours(1))));
    viewer(userId).fill(statement).update();
  }
}
