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
        || to_char(b.due_at AT TIME ZONE :zone, 'YYYY-MM-DD HH24:MI') || ' and was ended late',
      NULL, NULL, NULL::uuid, false
    FROM measure_breaches b JOIN coercive_measures m ON m.id = b.measure_id
    WHERE b.case_number = :number
    """;
  }
}
