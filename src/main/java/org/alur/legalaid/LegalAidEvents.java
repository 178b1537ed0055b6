package org.alur.legalaid;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case how legal aid goes. */
@Component
class LegalAidEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT requested_at, 'LEGAL_AID', 'legal aid requested: ' || plain(case_type) || ' case', NULL,
      requested_by, record_id, false
    FROM legal_aid_requests WHERE case_number = :number
    UNION ALL
    SELECT f.referred_at, 'LEGAL_AID', 'legal aid: referred to ' || f.provider || ', answer due '
        || to_char(f.answer_due AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI'),
      NULL, f.referred_by, f.record_id, false
    FROM legal_aid_referrals f JOIN legal_aid_requests r ON r.id = f.request_id
    WHERE r.case_number = :number
    UNION ALL
    SELECT f.noted_at, 'LEGAL_AID', 'legal aid: ' || f.provider || CASE f.answer
        WHEN 'ACCEPTED' THEN ' accepts' WHEN 'REFUSED' THEN ' refuses' ELSE ' did not answer' END,
      f.reasons, f.noted_by, f.answer_record_id, false
    FROM legal_aid_referrals f JOIN legal_aid_requests r ON r.id = f.request_id
    WHERE r.case_number = :number AND f.noted_at IS NOT NULL
    UNION ALL
    SELECT s.noted_at, 'LEGAL_AID', 'legal aid: ' || plain(s.proceeding),
      concat_ws(' Next: ', s.summary, s.next_step), s.noted_by, s.record_id, true
    FROM legal_aid_steps s JOIN legal_aid_requests r ON r.id = s.request_id
    WHERE r.case_number = :number
    UNION ALL
    SELECT closed_at, 'LEGAL_AID', 'legal aid ended: ' || plain(result), NULL, NULL, NULL, false
    FROM legal_aid_requests WHERE case_number = :number AND closed_at IS NOT NULL
    """;
  }
}
