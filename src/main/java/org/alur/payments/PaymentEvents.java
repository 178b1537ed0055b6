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
    SELECT e.at, 'PAYMENT',
      -- What is paid at once has no part to name, and a quarter is read as it stands.
      'payment ' || CASE WHEN p.label = 'FULL' THEN ''
          WHEN p.label ~ '^[A-Z]' THEN plain(p.label) || ' '
          ELSE p.label || ' ' END
        || 'of ' || rupiah(p.amount) || ' ' || e.what,
      p.status_reason, e.by, NULL, false
    FROM payments p JOIN benefits b ON b.id = p.benefit_id,
      LATERAL (VALUES (p.paid_at, plain(p.status), p.paid_by),
        (p.cancelled_at, 'cancelled', p.cancelled_by)) AS e (at, what, by)
    WHERE b.case_number = :number AND e.at IS NOT NULL
    """;
  }
}
