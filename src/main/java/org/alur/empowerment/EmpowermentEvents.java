package org.alur.empowerment;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what became of its group and its business. */
@Component
class EmpowermentEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT c.recorded_at, 'GROUP',
      CASE c.what
        WHEN 'FORMED' THEN 'group formed'
        WHEN 'DISSOLVED' THEN 'group dissolved'
        WHEN 'LEFT' THEN p.full_name || ' left the group'
        WHEN 'JOINED' THEN p.full_name || ' joined the group'
        ELSE p.full_name || ' took office' END
        || CASE WHEN c.office <> 'MEMBER' THEN ' as ' || plain(c.office) ELSE '' END
        || ' on ' || to_char(c.happened_on, 'FMDD Mon YYYY'),
      c.reason, c.recorded_by, c.record_id, false
    FROM group_changes c LEFT JOIN persons p ON p.id = c.person_id
    WHERE c.case_number = :number AND (c.what <> 'OFFICE' OR c.office <> 'MEMBER')
    UNION ALL
    SELECT s.measured_at, 'SCORE',
      'four aspects measured: ' || string_agg(plain(s.dimension) || ' '
        || trim_scale(s.value), ', ' ORDER BY s.dimension),
      NULL, min(s.measured_by), NULL, false
    FROM scale_results s
    WHERE s.case_number = :number AND s.instrument = 'FOUR_ASPECTS' AND s.person_id IS NULL
    GROUP BY s.activity_id, s.measured_at
    UNION ALL
    SELECT p.prepared_at, 'PROPOSAL',
      'proposal version ' || p.version || ' for ' || rupiah(p.grant_amount), p.business,
      p.prepared_by, p.record_id, false
    FROM business_proposals p JOIN business_assistances a ON a.activity_id = p.activity_id
    WHERE a.case_number = :number
    UNION ALL
    SELECT t.accounted_at, 'PAYMENT',
      'tranche ' || t.ordinal || ' of ' || rupiah(t.amount) || ' accounted for', t.milestone,
      t.accounted_by, t.record_id, false
    FROM business_tranches t JOIN business_proposals p ON p.id = t.proposal_id
      JOIN business_assistances a ON a.activity_id = p.activity_id
    WHERE a.case_number = :number AND t.accounted_at IS NOT NULL
    UNION ALL
    SELECT checked_at, 'SITE_CHECK',
      'business checked after ' || month || ' months: books ' || plain(books) || ', '
        || rupiah(monthly_income) || ' a month, ' || rupiah(savings) || ' saved',
      findings, checked_by, record_id, false
    FROM business_site_checks WHERE case_number = :number
    UNION ALL
    SELECT raised_at, 'CONCERN',
      CASE kind WHEN 'MISUSE' THEN 'misuse suspected' ELSE 'business about to be given up' END,
      what, raised_by, record_id, false
    FROM business_concerns WHERE case_number = :number
    UNION ALL
    SELECT decided_at, 'CONCERN',
      CASE decision WHEN 'STOPPED' THEN 'assistance stopped' ELSE 'assistance goes on' END,
      reason, decided_by, NULL, false
    FROM business_concerns WHERE case_number = :number AND decided_at IS NOT NULL
    UNION ALL
    SELECT ended_at, 'BUSINESS', 'business assistance: ' || plain(outcome), outcome_reason, NULL,
      NULL, false
    FROM business_assistances WHERE case_number = :number AND ended_at IS NOT NULL
    """;
  }
}
