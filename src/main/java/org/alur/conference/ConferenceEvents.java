package org.alur.conference;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case how its conferences go. */
@Component
class ConferenceEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT called_at, 'CONFERENCE', 'case conference called: ' || plain(reason), purpose,
      called_by, record_id, true
    FROM conferences WHERE case_number = :number
    UNION ALL
    SELECT d.prepared_at, 'CONFERENCE', 'case conference on '
        || to_char(d.planned_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI') || ', chaired by '
        || w.full_name, d.place, d.prepared_by, d.record_id, false
    FROM conference_dates d JOIN conferences c ON c.id = d.conference_id
      JOIN workers w ON w.user_id = d.chair
    WHERE c.case_number = :number
    UNION ALL
    SELECT d.closed_at, 'CONFERENCE', CASE d.outcome WHEN 'HELD' THEN 'case conference held'
        WHEN 'NO_QUORUM' THEN 'case conference without a quorum: a new date'
        ELSE 'case conference postponed' END,
      d.minutes, d.closed_by, d.closing_record_id, d.outcome = 'HELD'
    FROM conference_dates d JOIN conferences c ON c.id = d.conference_id
    WHERE c.case_number = :number AND d.outcome IS NOT NULL
    UNION ALL
    SELECT s.recorded_at, 'CONFERENCE', 'dissent of ' || s.who, s.what, s.recorded_by, NULL::uuid,
      false
    FROM conference_dissents s JOIN conferences c ON c.id = s.conference_id
    WHERE c.case_number = :number
    UNION ALL
    SELECT s.closed_at, 'CONFERENCE', 'decision of a conference ' || CASE s.outcome
        WHEN 'DONE' THEN 'done' WHEN 'NOT_DONE' THEN 'not done' ELSE 'no longer needed' END,
      s.decision || ': ' || s.report, s.closed_by, NULL::uuid, false
    FROM conference_decisions s JOIN conferences c ON c.id = s.conference_id
    WHERE c.case_number = :number AND s.outcome IS NOT NULL
    UNION ALL
    SELECT called_off_at, 'CONFERENCE', 'case conference called off', called_off_because, NULL,
      NULL::uuid, false
    FROM conferences WHERE case_number = :number AND called_off_at IS NOT NULL
    """;
  }
}
