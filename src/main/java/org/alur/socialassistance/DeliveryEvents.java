package org.alur.socialassistance;

import org.alur.casework.TimelineSource;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what was handed over. */
@Component
class DeliveryEvents implements TimelineSource {

  @Override
  public String entries() {
    return """
    SELECT d.recorded_at, 'DELIVERY', plain(b.kind) || ' delivered to ' || d.received_by, d.what,
      d.delivered_by, d.record_id, true
    FROM benefit_deliveries d JOIN benefits b ON b.id = d.benefit_id
    WHERE b.case_number = :number
    """;
  }
}
