package org.alur.payments;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what was granted and paid. */
@Component
class PaymentEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT requested_at, 'BENEFIT',
      'benefit requested: ' || plain(kind) || ', ' || rupiah(amount), purpose, requested_by,
      record_id, false
    FROM benefits WHERE case_number = :number
    UNION ALL
    SELECT decided_at, 'BENEFIT', 'benefit ' ||
      CASE status WHEN 'REJECTED' THEN 'rejected' ELSE 'granted' END || ': ' || plain(kind)
        || ', ' || rupiah(amount),
      CASE status WHEN 'REJECTED' THEN status_reason END, rejected_by, NULL, false
    FROM benefits WHERE case_number = :number AND decided_at IS NOT NULL
    UNION ALL
    SELECT ended_at, 'BENEFIT',
      'benefit ' || plain(status) || ': ' || plain(kind) || ', ' || rupiah(amount),
      status_reason, ended_by, NULL, false
    FROM benefits WHERE case_number = :number AND ended_at IS NOT NULL
    UNION ALL
    SELECT p.paid_at, 'PAYMENT',
      'payment ' || p.label || ' of ' || rupiah(p.amount) || ' ' || plain(p.status),
      p.status_reason, p.paid_by, NULL, false
    FROM payments p JOIN benefits b ON b.id = p.benefit_id
    WHERE b.case_number = :number AND p.paid_at IS NOT NULL
    UNION ALL
    SELECT p.cancelled_at, 'PAYMENT',
      'payment ' || p.label || ' of ' || rupiah(p.amount) || ' cancelled',
      p.status_reason, p.cancelled_by, NULL, false
    FROM payments p JOIN benefits b ON b.id = p.benefit_id
    WHERE b.case_number = :number AND p.cancelled_at IS NOT NULL
    """;
  }
}
