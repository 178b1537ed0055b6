package org.alur.empowerment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people earn and put aside, as they told it when they were heard. */
@Component
public class Livelihoods {

  private static final String MEDIAN =
      """
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY monthly_income) FROM (
        SELECT DISTINCT ON (person_id) monthly_income FROM livelihoods
        WHERE activity_id = :activity ORDER BY person_id, told_at %s) told
      """;

  private final JdbcClient database;
  private final Clock clock;

  Livelihoods(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files what a person told beside the scores. */
  @Transactional
  void file(FourAspects.Rating rating) {
    database
        .sql(
            """
            INSERT INTO livelihoods (id, case_number, activity_id, person_id, monthly_income,
              savings, told_at, recorded_by, record_id)
            VALUES (:id, :number, :activity, :person, :income, :savings, :now, :by, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", rating.number().value())
        .param("activity", rating.activity())
        .param("person", rating.person())
        .param("income", rating.livelihood().monthlyIncome().amount())
        .param("savings", rating.livelihood().savings().amount())
        .param("now", Row.at(clock.instant()))
        .param("by", rating.by())
        .param("record", rating.record())
        .update();
  }

  /** The income of the person in the middle when each was heard for the first time. */
  public Optional<Rupiah> firstIncome(UUID activity) {
    return median(activity, "ASC");
  }

  /** The income of the person in the middle when each was heard for the last time. */
  public Optional<Rupiah> lastIncome(UUID activity) {
    return median(activity, "DESC");
  }

  private Optional<Rupiah> median(UUID activity, String order) {
    return database
        .sql(MEDIAN.formatted(order))
        .param("activity", activity)
        .query(BigDecimal.class)
        .optional()
        .map(BigDecimal::longValueExact)
        .map(Rupiah::of);
  }
}
