package org.alur.deadlines;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what became of its deadlines. */
@Component
class DeadlineEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT l.decided_at, 'DEADLINE',
      CASE l.kind WHEN 'SUSPENSION' THEN 'deadline suspended' ELSE 'deadline extended' END
        || ' by ' || l.days || ' days: ' || d.step_name,
      l.reason, l.decided_by, l.record_id, true
    FROM deadline_delays l JOIN deadlines d ON d.id = l.deadline_id
    WHERE d.case_number = :number
    UNION ALL
    SELECT l.resumed_at, 'DEADLINE',
      'deadline goes on after ' || l.days_used || ' days: ' || d.step_name,
      NULL, l.resumed_by, NULL, false
    FROM deadline_delays l JOIN deadlines d ON d.id = l.deadline_id
    WHERE d.case_number = :number AND l.resumed_at IS NOT NULL
    UNION ALL
    SELECT e.escalated_at, 'DEADLINE',
      CASE e.rung WHEN 'REMINDER' THEN 'reminder: '
        WHEN 'SUPERVISOR' THEN 'told the supervisor, because it is late: '
        ELSE 'told the head of the agency, because it is too late: ' END || lower(d.step_name),
      NULL, NULL, NULL, false
    FROM escalations e JOIN deadlines d ON d.id = e.deadline_id
    WHERE e.case_number = :number
    """;
  }
}
