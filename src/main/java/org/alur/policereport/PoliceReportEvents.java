package org.alur.policereport;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case until when the police had to be told, and what was done. */
@Component
class PoliceReportEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT noted_at, 'POLICE_REPORT', 'report to the police is owed by '
        || to_char(ends_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI'),
      NULL, noted_by, NULL::uuid, false
    FROM police_reports WHERE case_number = :number
    UNION ALL
    SELECT breached_at, 'POLICE_REPORT', 'the police were not told by '
        || to_char(ends_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI')
        || ': a breach of UU 12/2022 art. 41',
      NULL, NULL, NULL::uuid, false
    FROM police_reports WHERE case_number = :number AND breached_at IS NOT NULL
    UNION ALL
    SELECT recorded_at, 'POLICE_REPORT', CASE outcome
        WHEN 'BY_US' THEN 'reported to the police'
        WHEN 'BY_OTHERS' THEN 'others had reported it to the police'
        ELSE 'the report to the police is made in another case' END
        || coalesce(', on ' || to_char(reported_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI'), ''),
      concat_ws(', ', police_unit, report_number), recorded_by, record_id, false
    FROM police_reports WHERE case_number = :number AND outcome IS NOT NULL
    UNION ALL
    SELECT noted_at, 'POLICE_REPORT', CASE WHEN all_children THEN 'every offender is a child'
        ELSE 'an offender is an adult' END, source, noted_by, record_id, false
    FROM offender_ages WHERE case_number = :number
    """;
  }
}
