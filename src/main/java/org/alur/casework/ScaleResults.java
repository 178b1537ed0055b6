package org.alur.casework;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scores of scales: scores only, never the items of a licensed instrument. */
@Component
public class ScaleResults {

  private final JdbcClient database;
  private final Clock clock;

  ScaleResults(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Files the scores of one instrument.
   *
   * @param activity the activity of the plan in which it was measured; empty outside of services
   * @param instrument code in upper case, such as {@code FAMILY_FUNCTIONING}
   * @param scores by dimension, codes in upper case
   */
  @Transactional
  public void file(
      CaseNumber number,
      Optional<UUID> activity,
      Occasion occasion,
      String instrument,
      Map<String, BigDecimal> scores,
      String by,
      Optional<UUID> record) {
    fileOf(Optional.empty(), number, activity, occasion, instrument, scores, by, record);
  }

  /**
   * Files the scores of one of several people whom a case is about.
   *
   * @param person who was measured; empty for all of them together
   */
  @Transactional
  public void fileOf(
      Optional<UUID> person,
      CaseNumber number,
      Optional<UUID> activity,
      Occasion occasion,
      String instrument,
      Map<String, BigDecimal> scores,
      String by,
      Optional<UUID> record) {
    // One moment for all of them: what was measured together is read together.
    OffsetDateTime now = Row.at(clock.instant());
    scores.forEach(
        (dimension, value) ->
            database
                .sql(
                    """
                    INSERT INTO scale_results (id, case_number, person_id, activity_id, instrument,
                      dimension, value, occasion, measured_at, measured_by, record_id)
                    VALUES (:id, :number, :person, :activity, :instrument, :dimension, :value,
                      :occasion, :now, :by, :record)
                    """)
                .param("id", UUID.randomUUID())
                .param("number", number.value())
                .param("person", person.orElse(null))
                .param("activity", activity.orElse(null))
                .param("instrument", instrument)
                .param("dimension", dimension)
                .param("value", value)
                .param("occasion", occasion.name())
                .param("now", now)
                .param("by", by)
                .param("record", record.orElse(null))
                .update());
  }
}
