package org.alur.referral;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case how its referrals go. */
@Component
class ReferralEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT r.offered_at, 'REFERRAL', CASE r.scope
        WHEN 'PART' THEN 'referral: ' || d.recipient || ' asked to help'
        ELSE 'referral: ' || d.recipient || ' asked to take the case over' END
        || ', answer due ' || to_char(r.answer_due AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI'),
      r.reason, r.offered_by, r.record_id, false
    FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id WHERE r.case_number = :number
    UNION ALL
    SELECT r.noted_at, 'REFERRAL', CASE
        WHEN r.answered_on IS NULL THEN 'referral to ' || d.recipient || ' taken back'
        WHEN r.answer_reason IS NULL THEN 'referral accepted by ' || d.recipient
        ELSE 'referral declined by ' || d.recipient END,
      r.answer_reason, r.noted_by, r.answer_record_id, false
    FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id
    WHERE r.case_number = :number AND r.noted_at IS NOT NULL
    UNION ALL
    SELECT r.handed_over_at, 'REFERRAL', d.recipient || ' helps since ' || r.helps_since, NULL,
      r.handed_over_by, NULL, false
    FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id
    WHERE r.case_number = :number AND r.handed_over_at IS NOT NULL
    UNION ALL
    SELECT r.stopped_at, 'REFERRAL', 'referral to ' || d.recipient || CASE r.state
        WHEN 'RECALLED' THEN ' recalled: consent taken back' ELSE ' no longer needed' END,
      NULL, NULL, NULL, false
    FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id
    WHERE r.case_number = :number AND r.stopped_at IS NOT NULL
    """;
  }
}
