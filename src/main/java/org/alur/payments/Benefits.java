package org.alur.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is granted to whom. That those who approve are other people than the one who asks, that
 * there are enough of them, and that nobody gets the same twice, are constraints of the database
 * too.
 */
@Component
public class Benefits {

  private static final String ALL =
      """
      SELECT b.*, (SELECT coalesce(array_agg(a.approved_by ORDER BY a.approved_at), '{}')
        FROM benefit_approvals a WHERE a.benefit_id = b.id) AS approved_by
      FROM benefits b
      """;

  private final JdbcClient database;
  private final ApprovalLadder ladder;
  private final Clock clock;

  Benefits(JdbcClient database, ApprovalLadder ladder, Clock clock) {
    this.database = database;
    this.ladder = ladder;
    this.clock = clock;
  }

  /**
   * Files a request, which waits for a decision.
   *
   * @param record the form that asked
   */
  @Transactional
  public UUID request(BenefitRequest request, String by, UUID record) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO benefits (id, case_number, activity_id, service_key, kind, purpose, amount,
              person_id, household_id, group_id, community_id, starts_on, ends_on, requested_by,
              requested_at, requested_on, record_id, status)
            VALUES (:id, :number, :activity, :service, :kind, :purpose, :amount, :person,
              :household, :group, :community, :from, :until, :by, :now, :today, :record,
              'REQUESTED')
            """)
        .param("id", id)
        .param("number", request.number().value())
        .param("activity", request.activity().orElse(null))
        .param("service", request.serviceKey())
        .param("kind", request.kind())
        .param("purpose", request.purpose())
        .param("amount", BigDecimal.valueOf(request.amount().amount()))
        .param("person", idIf(request.recipient(), BeneficiaryType.PERSON))
        .param("household", idIf(request.recipient(), BeneficiaryType.FAMILY))
        .param("group", idIf(request.recipient(), BeneficiaryType.GROUP))
        .param("community", idIf(request.recipient(), BeneficiaryType.COMMUNITY))
        .param("from", request.from())
        .param("until", request.until())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("today", WesternIndonesia.today(clock))
        .param("record", record)
        .update();
    return id;
  }

  private static @Nullable UUID idIf(Beneficiary recipient, BeneficiaryType type) {
    return recipient.type() == type ? recipient.id() : null;
  }

  /** The step of the ladder that decides about a benefit. */
  public ApprovalLadder.Step step(Benefit benefit) {
    return ladder.stepFor(benefit.request().amount(), benefit.requestedOn());
  }

  /**
   * Notes that a person agrees.
   *
   * @return whether enough people agreed, so that it is granted
   */
  @Transactional
  public boolean approve(UUID id, String by, UUID record) {
    var benefit = get(id);
    var step = step(benefit);
    database
        .sql(
            """
            INSERT INTO benefit_approvals (benefit_id, requested_by, approved_by, rung,
              approved_at, record_id)
            VALUES (:id, :requester, :by, :rung, :now, :record)
            """)
        .param("id", id)
        .param("requester", benefit.requestedBy())
        .param("by", by)
        .param("rung", step.rung().name())
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    boolean complete = benefit.approvedBy().size() + 1 >= step.approvals();
    if (complete) {
      decide(id, Benefit.Status.APPROVED, null, null);
    }
    return complete;
  }

  /** Turns a request down. */
  @Transactional
  public void reject(UUID id, String by, String reason) {
    decide(id, Benefit.Status.REJECTED, by, reason);
  }

  private void decide(
      UUID id, Benefit.Status status, @Nullable String rejectedBy, @Nullable String reason) {
    int decided =
        database
            .sql(
                """
                UPDATE benefits SET status = :status, decided_at = :now, rejected_by = :by,
                  status_reason = :reason
                WHERE id = :id AND status = 'REQUESTED'
                """)
            .param("status", status.name())
            .param("now", Row.at(clock.instant()))
            .param("by", rejectedBy)
            .param("reason", reason)
            .param("id", id)
            .update();
    if (decided != 1) {
      throw new IllegalStateException("The benefit " + id + " does not wait for a decision.");
    }
  }

  /**
   * Ends a granted benefit before its time.
   *
   * @param on the last day; a day outside of its period counts as the nearest one inside
   */
  @Transactional
  public void end(UUID id, LocalDate on, String reason) {
    int ended =
        database
            .sql(
                """
                UPDATE benefits SET status = 'ENDED', status_reason = :reason, ended_at = :now,
                  ended_on = least(greatest(:on, starts_on), ends_on)
                WHERE id = :id AND status = 'APPROVED'
                """)
            .param("on", on)
            .param("now", Row.at(clock.instant()))
            .param("reason", reason)
            .param("id", id)
            .update();
    if (ended != 1) {
      throw new IllegalStateException("The benefit " + id + " is not granted.");
    }
  }

  /** A benefit by its id. */
  public Benefit get(UUID id) {
    return database.sql(ALL + "WHERE b.id = :id").param("id", id).query(Benefits::benefit).single();
  }

  /** The benefits of a case, newest first. */
  public List<Benefit> ofCase(CaseNumber number) {
    return database
        .sql(ALL + "WHERE b.case_number = :number ORDER BY b.requested_at DESC")
        .param("number", number.value())
        .query(Benefits::benefit)
        .list();
  }

  /** What a recipient already has, or has asked for, of a kind on any of these days. */
  public List<Benefit> overlapping(
      String kind, Beneficiary recipient, LocalDate from, LocalDate until) {
    return database
        .sql(
            ALL
                + """
                WHERE b.kind = :kind AND b.recipient_id = :recipient
                  AND b.status NOT IN ('REJECTED', 'WITHDRAWN')
                  AND b.starts_on <= :until AND coalesce(b.ended_on, b.ends_on) >= :from
                ORDER BY b.starts_on
                """)
        .param("kind", kind)
        .param("recipient", recipient.id())
        .param("from", from)
        .param("until", until)
        .query(Benefits::benefit)
        .list();
  }

  private static Benefit benefit(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Benefit(
        row.id("id"),
        request(row),
        row.text("requested_by"),
        row.findDate("requested_on").orElseThrow(),
        row.choice("status", Benefit.Status.class),
        row.texts("approved_by"),
        row.findDate("ended_on"),
        row.findText("status_reason"));
  }

  private static BenefitRequest request(Row row) throws SQLException {
    return new BenefitRequest(
        new CaseNumber(row.text("case_number")),
        row.findId("activity_id"),
        row.text("service_key"),
        row.text("kind"),
        row.text("purpose"),
        Rupiah.of(row.decimal("amount").longValueExact()),
        recipient(row),
        row.findDate("starts_on").orElseThrow(),
        row.findDate("ends_on").orElseThrow());
  }

  private static Beneficiary recipient(Row row) throws SQLException {
    BeneficiaryType type = BeneficiaryType.COMMUNITY;
    if (row.findId("person_id").isPresent()) {
      type = BeneficiaryType.PERSON;
    } else if (row.findId("household_id").isPresent()) {
      type = BeneficiaryType.FAMILY;
    } else if (row.findId("group_id").isPresent()) {
      type = BeneficiaryType.GROUP;
    }
    return new Beneficiary(type, row.id("recipient_id"));
  }

  /** What of a benefit is neither paid nor on its way to be paid. */
  public Rupiah left(UUID id) {
    return Rupiah.of(
        database
            .sql(
                """
                SELECT b.amount - coalesce((SELECT sum(p.amount) FROM payments p
                  WHERE p.benefit_id = b.id AND p.status IN ('PREPARED', 'APPROVED', 'PAID')), 0)
                FROM benefits b WHERE b.id = :id
                """)
            .param("id", id)
            .query(BigDecimal.class)
            .single()
            .longValueExact());
  }
}
