package org.alur.socialassistance;

import java.time.Clock;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was handed over; never without an approved benefit and never without proof. */
@Component
public class Deliveries {

  private final JdbcClient database;
  private final Clock clock;

  Deliveries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files what was handed over. */
  @Transactional
  public void record(Delivery delivery, String by, UUID record) {
    database
        .sql(
            """
            INSERT INTO benefit_deliveries (benefit_id, label, delivered_on, received_by, what,
              proof, delivered_by, recorded_at, record_id)
            VALUES (:benefit, :label, :on, :receivedBy, :what, :proof, :by, :now, :record)
            """)
        .param("benefit", delivery.benefit())
        .param("label", delivery.label())
        .param("on", delivery.deliveredOn())
        .param("receivedBy", delivery.receivedBy())
        .param("what", delivery.what())
        .param("proof", delivery.proof().toArray(UUID[]::new))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
  }

  /** How many parts of a benefit were handed over. */
  public int count(UUID benefit) {
    return database
        .sql("SELECT count(*) FROM benefit_deliveries WHERE benefit_id = :benefit")
        .param("benefit", benefit)
        .query(Integer.class)
        .single();
  }
}
