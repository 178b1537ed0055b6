package org.alur.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether assistance goes on. Nobody decides about a family that they visited, and nobody about an
 * objection to their own decision; the database refuses it too.
 */
@Component
public class Recertifications {

  private final JdbcClient database;
  private final Enrolments enrolments;
  private final HouseholdVisits visits;
  private final AssistanceRulebook rulebook;
  private final Clock clock;

  Recertifications(
      JdbcClient database,
      Enrolments enrolments,
      HouseholdVisits visits,
      AssistanceRulebook rulebook,
      Clock clock) {
    this.database = database;
    this.enrolments = enrolments;
    this.visits = visits;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** Files a decision after the newest visit. */
  @Transactional
  public void decide(
      UUID enrolment,
      Recertification.Outcome outcome,
      String reason,
      boolean familyAgrees,
      String by,
      UUID record) {
    database
        .sql(
            """
            INSERT INTO recertifications (id, enrolment_id, visit_id, outcome, reason, decided_by,
              decided_at, decided_on, record_id, family_agrees)
            VALUES (:id, :enrolment, :visit, :outcome, :reason, :by, :now, :today, :record,
              :agrees)
            """)
        .param("id", UUID.randomUUID())
        .param("enrolment", enrolment)
        .param("visit", visits.newest(enrolment).id())
        .param("outcome", outcome.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("today", WesternIndonesia.today(clock))
        .param("record", record)
        .param("agrees", familyAgrees)
        .update();
  }

  /**
   * Files that the family knows of its removal.
   *
   * @return the last day on which nothing stops
   */
  @Transactional
  public LocalDate giveNotice(UUID enrolment, LocalDate on, String by) {
    LocalDate end = on.plusDays(rulebook.on(on).noticeDays());
    changed(
        database
            .sql(
                """
                UPDATE recertifications SET notice_given_on = :on, notice_given_by = :by,
                  notice_ends_on = :end
                WHERE id = :id AND notice_given_on IS NULL
                """)
            .param("on", on)
            .param("by", by)
            .param("end", end)
            .param("id", newest(enrolment).id())
            .update());
    return end;
  }

  /** Files what the family objects. */
  @Transactional
  public void object(UUID enrolment, LocalDate on, String objection, String by) {
    changed(
        database
            .sql(
                """
                UPDATE recertifications SET objected_on = :on, objection = :objection,
                  objection_taken_by = :by
                WHERE id = :id AND objected_on IS NULL
                """)
            .param("on", on)
            .param("objection", objection)
            .param("by", by)
            .param("id", newest(enrolment).id())
            .update());
  }

  /** Files the decision about an objection. */
  @Transactional
  public void review(UUID enrolment, boolean upheld, String reason, String by) {
    changed(
        database
            .sql(
                """
                UPDATE recertifications SET reviewed_by = :by, reviewed_at = :now,
                  upheld = :upheld, review_reason = :reason
                WHERE id = :id AND reviewed_by IS NULL
                """)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("upheld", upheld)
            .param("reason", reason)
            .param("id", newest(enrolment).id())
            .update());
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new AlreadyDecided();
    }
  }

  /** Ends the assistance of a family that needs it no more. */
  @Transactional
  public void graduate(UUID enrolment) {
    enrolments.graduate(enrolment, newest(enrolment).reason());
  }

  /**
   * Removes a family whose notice is over.
   *
   * @throws NoticeNotOver if it is not, or an objection is open or was right
   */
  @Transactional
  public void remove(UUID enrolment) {
    var decision = newest(enrolment);
    if (!decision.allowsRemovalOn(WesternIndonesia.today(clock))) {
      throw new NoticeNotOver();
    }
    enrolments.remove(enrolment, decision.reason());
  }

  /** The newest decision about a family. */
  public Recertification newest(UUID enrolment) {
    return database
        .sql(
            """
            SELECT * FROM recertifications WHERE enrolment_id = :enrolment
            ORDER BY entry DESC LIMIT 1
            """)
        .param("enrolment", enrolment)
        .query(Recertifications::recertification)
        .single();
  }

  private static Recertification recertification(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Recertification(
        row.id("id"),
        row.choice("outcome", Recertification.Outcome.class),
        row.text("reason"),
        row.text("decided_by"),
        row.findDate("decided_on").orElseThrow(),
        row.findDate("notice_ends_on"),
        row.findText("objection"),
        row.findFlag("upheld"));
  }
}
