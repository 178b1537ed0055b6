package org.alur.objections;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case who objected, and what came of it. */
@Component
class ObjectionEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT o.lodged_at, 'OBJECTION', 'objection to '
        || coalesce((SELECT plain(m.kind) FROM coercive_measures m WHERE m.id = o.measure_id),
          'a decision') || ', by ' || CASE o.lodged_by WHEN 'PERSON' THEN 'the person'
          ELSE plain(o.lodged_by) END,
      concat_ws(': ', o.decision, o.grounds), o.recorded_by, o.record_id, true
    FROM objections o WHERE o.case_number = :number
    UNION ALL
    SELECT answered_at, 'OBJECTION', 'objection ' || plain(outcome), reasons, answered_by,
      NULL::uuid, false
    FROM objections WHERE case_number = :number AND answered_at IS NOT NULL
    UNION ALL
    SELECT appealed_at, 'OBJECTION', 'appeal lodged', appeal_grounds, appeal_recorded_by,
      NULL::uuid, false
    FROM objections WHERE case_number = :number AND appealed_at IS NOT NULL
    UNION ALL
    SELECT appeal_decided_at, 'OBJECTION', 'appeal ' || plain(appeal_outcome), appeal_reasons,
      appeal_decided_by, NULL::uuid, false
    FROM objections WHERE case_number = :number AND appeal_decided_at IS NOT NULL
    UNION ALL
    SELECT unanswered_at, 'OBJECTION', CASE unanswered WHEN 'ANSWER' THEN 'objection' ELSE 'appeal'
        END || ' not answered by ' || to_char(CASE unanswered WHEN 'ANSWER' THEN answer_ends_at
          ELSE appeal_ends_at END AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI')
        || ', so it counts as granted', NULL, NULL, NULL::uuid, false
    FROM objections WHERE case_number = :number AND unanswered_at IS NOT NULL
    UNION ALL
    SELECT withdrawn_at, 'OBJECTION', 'objection withdrawn', withdrawal_reason, withdrawn_by,
      NULL::uuid, false
    FROM objections WHERE case_number = :number AND withdrawn_at IS NOT NULL
    UNION ALL
    SELECT carried_out_at, 'OBJECTION', 'granted objection carried out', carried_out,
      carried_out_by, NULL::uuid, false
    FROM objections WHERE case_number = :number AND carried_out_at IS NOT NULL
    """;
  }
}
