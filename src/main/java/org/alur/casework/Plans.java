package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plans of cases. Every plan is a new version; what was agreed is never overwritten (signed by
 * the client's side, the caseworker and the supervisor).
 */
@Component
public class Plans {

  private final JdbcClient database;
  private final PlanContents contents;
  private final Clock clock;

  Plans(JdbcClient database, PlanContents contents, Clock clock) {
    this.database = database;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Files a new version, which waits for a decision.
   *
   * @return its number
   */
  @Transactional
  public int propose(CaseNumber number, PlanDetails plan, String by, Optional<UUID> record) {
    int version = nextVersion(number);
    var today = WesternIndonesia.today(clock);
    database
        .sql(
            """
            INSERT INTO plans (case_number, version, leading_approach, setting, summary, signed_by,
              signed_on, refusal_to_sign, starts_on, review_due, prepared_by, prepared_at,
              record_id, status)
            VALUES (:number, :version, :approach, :setting, :summary, :signedBy, :signedOn,
              :refusal, :today, :reviewDue, :by, :now, :record, 'PROPOSED')
            """)
        .param("number", number.value())
        .param("version", version)
        .param("approach", plan.leadingApproach().name())
        .param("setting", plan.setting().name())
        .param("summary", plan.summary())
        .param("signedBy", plan.signedBy().orElse(null))
        .param("signedOn", plan.signedOn().orElse(null))
        .param("refusal", plan.refusalToSign().orElse(null))
        .param("today", today)
        .param("reviewDue", today.plus(plan.reviewAfter()))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
    contents.file(number, version, plan);
    return version;
  }

  /** The lock on the case keeps two proposals apart. */
  private int nextVersion(CaseNumber number) {
    database
        .sql("SELECT number FROM cases WHERE number = :number FOR UPDATE")
        .param("number", number.value())
        .query(String.class)
        .single();
    return database
        .sql("SELECT coalesce(max(version), 0) + 1 FROM plans WHERE case_number = :number")
        .param("number", number.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Puts a version into force; the one before it is superseded, and what it left open is cancelled.
   *
   * @throws IllegalArgumentException with a sentence, if the author decides
   */
  @Transactional
  public void approve(CaseNumber number, int version, String by, Optional<String> remark) {
    var plan = get(number, version);
    refuseAuthor(plan, by);
    database
        .sql(
            """
            UPDATE plans SET status = 'SUPERSEDED'
            WHERE case_number = :number AND status = 'APPROVED'
            """)
        .param("number", number.value())
        .update();
    contents.cancelOpen(number, version);
    decide(plan, PlanStatus.APPROVED, by, remark.orElse(null));
  }

  /**
   * Sends a version back to its author.
   *
   * @throws IllegalArgumentException with a sentence, if the author decides
   */
  @Transactional
  public void sendBack(CaseNumber number, int version, String by, String reason) {
    var plan = get(number, version);
    refuseAuthor(plan, by);
    decide(plan, PlanStatus.RETURNED, by, reason);
  }

  private static void refuseAuthor(Plan plan, String by) {
    if (plan.preparedBy().equals(by)) {
      throw new IllegalArgumentException(
          "Nobody decides about a plan of their own. Ask another supervisor.");
    }
  }

  private void decide(Plan plan, PlanStatus status, String by, @Nullable String reason) {
    database
        .sql(
            """
            UPDATE plans SET status = :status, decided_by = :by, decided_at = :now,
              decision_reason = :reason
            WHERE case_number = :number AND version = :version
            """)
        .param("status", status.name())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("reason", reason)
        .param("number", plan.caseNumber().value())
        .param("version", plan.version())
        .update();
  }

  /** A version that is known to exist. */
  public Plan get(CaseNumber number, int version) {
    return find(number, "version = :version", version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Case " + number + " has no version " + version + " of a plan."));
  }

  /** The newest version, whatever became of it. */
  public Optional<Plan> latest(CaseNumber number) {
    return find(number, ":version = 0", 0);
  }

  /** The version that counts now. */
  public Optional<Plan> inForce(CaseNumber number) {
    return find(number, "status = 'APPROVED' AND :version = 0", 0);
  }

  private Optional<Plan> find(CaseNumber number, String condition, int version) {
    return database
        .sql(
            "SELECT * FROM plans WHERE case_number = :number AND "
                + condition
                + " ORDER BY version DESC LIMIT 1")
        .param("number", number.value())
        .param("version", version)
        .query((columns, index) -> plan(columns))
        .optional();
  }

  private Plan plan(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    var number = new CaseNumber(row.text("case_number"));
    int version = row.number("version");
    List<GoalDetails> goals = contents.goals(number, version);
    return new Plan(
        number,
        version,
        row.choice("leading_approach", Approach.class),
        row.choice("setting", Setting.class),
        row.text("summary"),
        row.findText("signed_by"),
        row.findDate("signed_on"),
        row.findText("refusal_to_sign"),
        row.findDate("review_due"),
        row.text("prepared_by"),
        row.instant("prepared_at"),
        row.choice("status", PlanStatus.class),
        row.findText("decided_by"),
        row.findText("decision_reason"),
        goals,
        contents.activities(number, version));
  }
}
