package org.alur.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who applied for assistance and what was decided. That the one who decides neither applied for
 * them nor visited them, and that nobody leaves without notice, are constraints of the database
 * too.
 */
@Component
public class Enrolments {

  private final JdbcClient database;
  private final Benefits benefits;
  private final Clock clock;

  Enrolments(JdbcClient database, Benefits benefits, Clock clock) {
    this.database = database;
    this.benefits = benefits;
    this.clock = clock;
  }

  /** Files an application; an earlier one of the same case that nobody follows any more lapses. */
  @Transactional
  public UUID apply(Application application, String by, UUID record) {
    lapse(application.number(), "Another application of the case takes its place.");
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO enrolments (id, case_number, activity_id, person_id, household_id,
              priority_group, exception_reason, welfare_decile, exclusion, applied_by, applied_at,
              record_id, status)
            VALUES (:id, :number, :activity, :person, :household, :group, :exception, :decile,
              :exclusion, :by, :now, :record, 'APPLIED')
            """)
        .param("id", id)
        .param("number", application.number().value())
        .param("activity", application.activity())
        .param("person", idIf(application.recipient(), BeneficiaryType.PERSON))
        .param("household", idIf(application.recipient(), BeneficiaryType.FAMILY))
        .param("group", application.priorityGroup().name())
        .param("exception", application.exceptionReason().orElse(null))
        .param("decile", application.welfareDecile())
        .param("exclusion", application.exclusion())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    return id;
  }

  private static @Nullable UUID idIf(Beneficiary recipient, BeneficiaryType type) {
    return recipient.type() == type ? recipient.id() : null;
  }

  /**
   * Decides that they are entitled.
   *
   * @throws AlreadyDecided if somebody was faster
   */
  @Transactional
  public void determine(UUID id, String by, String reason) {
    changed(
        database
            .sql(
                """
                UPDATE enrolments SET status = 'DETERMINED', determined_by = :by,
                  determined_at = :now, determination_reason = :reason
                WHERE id = :id AND status = 'APPLIED'
                """)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("reason", reason)
            .param("id", id)
            .update());
  }

  /**
   * Notes that they are not entitled, or that no money was granted.
   *
   * @throws AlreadyDecided if the enrolment has ended otherwise
   */
  @Transactional
  public void refuse(UUID id, String reason) {
    end(id, Enrolment.Status.REFUSED, reason);
  }

  /** Ends the assistance of a family that needs it no more. */
  @Transactional
  public void graduate(UUID id, String reason) {
    end(id, Enrolment.Status.GRADUATED, reason);
  }

  /** Ends the assistance of a family whose notice is over. */
  @Transactional
  public void remove(UUID id, String reason) {
    end(id, Enrolment.Status.REMOVED, reason);
  }

  private void end(UUID id, Enrolment.Status status, String reason) {
    changed(
        database
            .sql(
                """
                UPDATE enrolments SET status = :status, ended_on = :today, end_reason = :reason
                WHERE id = :id AND status IN ('APPLIED', 'DETERMINED')
                """)
            .param("status", status.name())
            .param("today", WesternIndonesia.today(clock))
            .param("reason", reason)
            .param("id", id)
            .update());
    endBenefits(id, reason);
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new AlreadyDecided();
    }
  }

  /** What runs out by itself is left alone. */
  private void endBenefits(UUID id, String reason) {
    LocalDate today = WesternIndonesia.today(clock);
    database
        .sql("SELECT benefit_id FROM assistance_years WHERE enrolment_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list()
        .stream()
        .map(benefits::get)
        .filter(benefit -> benefit.status() == Benefit.Status.APPROVED)
        .filter(benefit -> benefit.request().until().isAfter(today))
        .forEach(benefit -> benefits.end(benefit.id(), today, reason));
  }

  @EventListener
  @Transactional
  void on(CaseClosed event) {
    lapse(event.number(), "The case was closed.");
  }

  private void lapse(CaseNumber number, String reason) {
    database
        .sql(
            """
            SELECT id FROM enrolments
            WHERE case_number = :number AND status IN ('APPLIED', 'DETERMINED')
            """)
        .param("number", number.value())
        .query(UUID.class)
        .list()
        .forEach(id -> end(id, Enrolment.Status.LAPSED, reason));
  }

  /** An enrolment by its id. */
  public Enrolment get(UUID id) {
    return database
        .sql("SELECT * FROM enrolments WHERE id = :id")
        .param("id", id)
        .query(Enrolments::enrolment)
        .single();
  }

  /** An enrolment of which it was decided that they are entitled. */
  Enrolment determined(UUID id) {
    var found = get(id);
    if (found.status() != Enrolment.Status.DETERMINED) {
      throw new NotDetermined();
    }
    return found;
  }

  /** Enrolments of other cases that run for any of these people or their household. */
  public List<Enrolment> runningElsewhere(CaseNumber number, List<UUID> people) {
    return database
        .sql(
            """
            SELECT e.* FROM enrolments e
            WHERE e.status IN ('APPLIED', 'DETERMINED') AND e.case_number <> :number
              AND (e.person_id = ANY (:people) OR EXISTS (SELECT 1 FROM household_members m
                WHERE m.household_id = e.household_id AND m.person_id = ANY (:people)
                  AND m.left_on IS NULL AND m.lives_in)
                OR EXISTS (SELECT 1 FROM family_components c
                  JOIN assistance_visits v ON v.id = c.visit_id
                  WHERE v.enrolment_id = e.id AND c.person_id = ANY (:people)))
            ORDER BY e.applied_at
            """)
        .param("number", number.value())
        .param("people", people.toArray(UUID[]::new))
        .query(Enrolments::enrolment)
        .list();
  }

  private static Enrolment enrolment(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    Optional<UUID> household = row.findId("household_id");
    var recipient =
        household.map(Beneficiary::family).orElse(Beneficiary.person(row.id("recipient_id")));
    return new Enrolment(
        row.id("id"),
        new Application(
            new CaseNumber(row.text("case_number")),
            row.id("activity_id"),
            recipient,
            row.choice("priority_group", PriorityGroup.class),
            row.findText("exception_reason"),
            row.number("welfare_decile"),
            row.text("exclusion")),
        row.text("applied_by"),
        row.choice("status", Enrolment.Status.class),
        row.findText("determined_by"),
        row.findText("determination_reason"),
        row.findText("end_reason"));
  }
}
