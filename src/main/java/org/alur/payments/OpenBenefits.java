package org.alur.payments;

import java.time.Clock;
import java.util.Locale;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a case has asked for or has yet to receive; it ends with the case. That nothing is granted
 * or paid afterwards is a rule of the database too.
 */
@Component
public class OpenBenefits {

  private final JdbcClient database;
  private final Clock clock;

  OpenBenefits(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(CaseClosed event) {
    String reason = event.reason().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    end(event.number(), "The case was closed: %s.".formatted(reason), event.by());
  }

  /**
   * Withdraws what was only asked for and what was granted but not begun, ends what was given in
   * part, and takes every payment off the list. What has all been given keeps its period, so that
   * nobody gets it twice by coming back.
   */
  @Transactional
  public void end(CaseNumber number, String reason, String by) {
    withdraw(number, reason, by);
    endRest(number, reason, by);
    cancelPayments(number, reason, by);
  }

  private void withdraw(CaseNumber number, String reason, String by) {
    change(
        """
        UPDATE benefits SET status = 'WITHDRAWN', ended_at = :now, ended_by = :by,
          status_reason = :reason
        WHERE case_number = :number AND status IN ('REQUESTED', 'APPROVED') AND NOT is_given(id)
        """,
        number,
        reason,
        by);
  }

  /** Goods have no running total; their activity says whether all were handed over. */
  private void endRest(CaseNumber number, String reason, String by) {
    change(
        """
        UPDATE benefits b SET status = 'ENDED', ended_at = :now, ended_by = :by,
          status_reason = :reason, ended_on = least(greatest(:today, starts_on), ends_on)
        WHERE case_number = :number AND status = 'APPROVED'
          AND amount > (SELECT coalesce(sum(p.amount), 0) FROM payments p
            WHERE p.benefit_id = b.id AND p.status = 'PAID')
          AND NOT EXISTS (SELECT 1 FROM activities a
            WHERE a.id = b.activity_id AND a.status = 'DONE')
        """,
        number,
        reason,
        by);
  }

  private void cancelPayments(CaseNumber number, String reason, String by) {
    change(
        """
        UPDATE payments SET status = 'CANCELLED', cancelled_at = :now, cancelled_by = :by,
          status_reason = :reason
        WHERE status IN ('PREPARED', 'APPROVED')
          AND benefit_id IN (SELECT id FROM benefits
            WHERE case_number = :number AND status <> 'APPROVED')
        """,
        number,
        reason,
        by);
  }

  private void change(String statement, CaseNumber number, String reason, String by) {
    database
        .sql(statement)
        .param("number", number.value())
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("today", WesternIndonesia.today(clock))
        .update();
  }
}
