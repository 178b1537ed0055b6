package org.alur.assistance;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case how assistance was determined, computed and ended. */
@Component
class AssistanceEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT determined_at, 'ASSISTANCE', 'entitled to sustained assistance', determination_reason,
      determined_by, NULL, false
    FROM enrolments WHERE case_number = :number AND determined_at IS NOT NULL
    UNION ALL
    SELECT q.computed_at, 'ASSISTANCE', 'quarter ' || q.label || ' computed: ' || rupiah(q.amount),
      (SELECT string_agg(plain(c.component) || ' ' || rupiah(l.rate)
          || CASE l.result WHEN 'COUNTED' THEN '' ELSE ' (' || plain(l.result) || ')' END,
          ', ' ORDER BY l.ordinal)
        FROM assistance_lines l JOIN family_components c ON c.id = l.component_id
        WHERE l.quarter_id = q.id), NULL, NULL, false
    FROM assistance_quarters q JOIN enrolments e ON e.id = q.enrolment_id
    WHERE e.case_number = :number
    UNION ALL
    SELECT r.decided_at, 'ASSISTANCE', 'recertification: ' || plain(r.outcome), r.reason,
      r.decided_by, r.record_id, false
    FROM recertifications r JOIN enrolments e ON e.id = r.enrolment_id
    WHERE e.case_number = :number
    UNION ALL
    SELECT r.reviewed_at, 'ASSISTANCE',
      'objection ' || CASE WHEN r.upheld THEN 'upheld' ELSE 'rejected' END, r.review_reason,
      r.reviewed_by, NULL, false
    FROM recertifications r JOIN enrolments e ON e.id = r.enrolment_id
    WHERE e.case_number = :number AND r.reviewed_at IS NOT NULL
    """;
  }
}
