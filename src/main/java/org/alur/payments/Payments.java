package org.alur.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments: prepared, approved and paid by three different people, never without an approved
 * benefit and never more than it; the database refuses everything else.
 */
@Component
public class Payments {

  private final JdbcClient database;
  private final Clock clock;

  Payments(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Puts a part of a benefit on the list. */
  @Transactional
  public UUID prepare(
      UUID benefit,
      String label,
      Rupiah amount,
      Payment.Method method,
      String budgetCode,
      String by) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO payments (id, benefit_id, label, amount, method, budget_code, status,
              prepared_by, prepared_at)
            VALUES (:id, :benefit, :label, :amount, :method, :budget, 'PREPARED', :by, :now)
            """)
        .param("id", id)
        .param("benefit", benefit)
        .param("label", label)
        .param("amount", BigDecimal.valueOf(amount.amount()))
        .param("method", method.name())
        .param("budget", budgetCode)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
    return id;
  }

  /** Approves the list. */
  @Transactional
  public void approve(UUID id, String by) {
    moved(
        database
            .sql(
                """
                UPDATE payments SET status = 'APPROVED', approved_by = :by, approved_at = :now
                WHERE id = :id AND status = 'PREPARED'
                """)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id)
            .update(),
        id);
  }

  /** Takes a payment off the list before anything was paid. */
  @Transactional
  public void cancel(UUID id, String reason) {
    moved(
        database
            .sql(
                """
                UPDATE payments SET status = 'CANCELLED', status_reason = :reason
                WHERE id = :id AND status = 'PREPARED'
                """)
            .param("reason", reason)
            .param("id", id)
            .update(),
        id);
  }

  /** Notes that the recipient has the money. */
  @Transactional
  public void paid(UUID id, LocalDate on, String receipt, String by) {
    moved(
        database
            .sql(
                """
                UPDATE payments SET status = 'PAID', paid_by = :by, paid_at = :now, paid_on = :on,
                  receipt = :receipt
                WHERE id = :id AND status = 'APPROVED'
                """)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("on", on)
            .param("receipt", receipt)
            .param("id", id)
            .update(),
        id);
  }

  /**
   * Notes that the money did not reach the recipient.
   *
   * @param status RETURNED or NOT_WITHDRAWN
   */
  @Transactional
  public void failed(UUID id, Payment.Status status, String reason, String by) {
    moved(
        database
            .sql(
                """
                UPDATE payments SET status = :status, paid_by = :by, paid_at = :now,
                  status_reason = :reason
                WHERE id = :id AND status = 'APPROVED'
                """)
            .param("status", status.name())
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("reason", reason)
            .param("id", id)
            .update(),
        id);
  }

  private static void moved(int rows, UUID id) {
    if (rows != 1) {
      throw new IllegalStateException("The payment " + id + " is at another point already.");
    }
  }

  /** A payment by its id. */
  public Payment get(UUID id) {
    return database
        .sql("SELECT * FROM payments WHERE id = :id")
        .param("id", id)
        .query(Payments::payment)
        .single();
  }

  /** The payments of a benefit, oldest first. */
  public List<Payment> of(UUID benefit) {
    return database
        .sql("SELECT * FROM payments WHERE benefit_id = :benefit ORDER BY prepared_at")
        .param("benefit", benefit)
        .query(Payments::payment)
        .list();
  }

  private static Payment payment(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Payment(
        row.id("id"),
        row.id("benefit_id"),
        row.text("label"),
        Rupiah.of(row.decimal("amount").longValueExact()),
        row.choice("method", Payment.Method.class),
        row.text("budget_code"),
        row.choice("status", Payment.Status.class),
        row.text("prepared_by"),
        row.findText("approved_by"),
        row.findText("paid_by"),
        row.findDate("paid_on"),
        row.findText("receipt"),
        row.findText("status_reason"));
  }
}
