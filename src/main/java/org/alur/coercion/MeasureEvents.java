package org.alur.coercion;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what else happened around its measures. */
@Component
class MeasureEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT b.noted_at, 'MEASURE', plain(m.kind) || ' should have ended on '
        || to_char(b.due_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI') || ' and was ended late',
      NULL, NULL, NULL::uuid, false
    FROM measure_breaches b JOIN coercive_measures m ON m.id = b.measure_id
    WHERE b.case_number = :number
    UNION ALL
    SELECT n.recorded_at, 'MEASURE', plain(m.kind) || ': notice '
        || CASE n.person WHEN 'TOLD' THEN 'given to the person' ELSE 'not possible to the person' END
        || CASE n.family WHEN 'TOLD' THEN ' and to the family'
          WHEN 'WITHHELD' THEN ', withheld from a suspect in the family'
          ELSE ', no family found' END
        || CASE WHEN coalesce(greatest(n.person_told_at, n.family_told_at), n.recorded_at)
          > came_into_force_at(m) + interval '24 hours' THEN ', late' ELSE '' END
        || '; legal aid ' || plain(n.legal_aid),
      concat_ws(' ', n.person_reaction, n.person_reason, n.family_reason), n.given_by, n.record_id,
      false
    FROM measure_notices n JOIN coercive_measures m ON m.id = n.measure_id
    WHERE m.case_number = :number
    UNION ALL
    SELECT i.happened_at, 'MEASURE', plain(i.kind)
        || coalesce(' (' || plain(i.means) || ', ' || i.minutes || ' minutes)', '')
        || CASE i.injured WHEN 'NOBODY' THEN '' ELSE ', hurt: ' || plain(i.injured) END,
      concat_ws(' ', i.what, i.medical_help), i.recorded_by, i.record_id, false
    FROM measure_incidents i WHERE i.case_number = :number
    """;
  }
}
