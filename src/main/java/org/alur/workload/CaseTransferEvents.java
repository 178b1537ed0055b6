package org.alur.workload;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case to whom it was to go, and why it did not. */
@Component
class CaseTransferEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT t.requested_at, 'CASE', 'transfer asked for, from ' || f.full_name, t.reason,
      t.requested_by, NULL, false
    FROM case_transfers t JOIN workers f ON f.user_id = t.from_user
    WHERE t.case_number = :number
    UNION ALL
    SELECT t.ended_at, 'CASE',
      CASE WHEN t.case_ended
        THEN 'transfer to ' || w.full_name || ' ended: the case was closed before it was accepted'
        ELSE 'no transfer: the case stays where it is' END,
      NULL, NULL, NULL, false
    FROM case_transfers t JOIN workers w ON w.user_id = t.to_user
    WHERE t.case_number = :number AND t.status = 'DROPPED'
    """;
  }
}
