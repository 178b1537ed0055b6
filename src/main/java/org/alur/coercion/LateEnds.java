package org.alur.coercion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The measures whose end was noted late, each a breach that supervisor and head are told of. */
@Component
public class LateEnds {

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Duration tolerance;

  LateEnds(
      JdbcClient database,
      ApplicationEventPublisher events,
      @Value("${alur.coercion.late-after}") Duration tolerance) {
    this.database = database;
    this.events = events;
    this.tolerance = tolerance;
  }

  /** Records a breach, if the end of a measure was noted later than a while after its date. */
  void note(CoerciveMeasure measure, Instant now) {
    Instant due = measure.request().endsAt();
    if (!now.isAfter(due.plus(tolerance))) {
      return;
    }
    CaseNumber number = measure.request().caseNumber();
    database
        .sql("INSERT INTO measure_breaches VALUES (:measure, :number, :due, :now)")
        .param("measure", measure.id())
        .param("number", number.value())
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new MeasureEndedLate(number, measure.id(), due, now));
  }

  /** What is known about the late end of a measure. */
  public MeasureEndedLate of(UUID measure) {
    return database
        .sql("SELECT * FROM measure_breaches WHERE measure_id = :measure")
        .param("measure", measure)
        .query((row, index) -> late(row))
        .single();
  }

  private static MeasureEndedLate late(ResultSet row) throws SQLException {
    return new MeasureEndedLate(
        new CaseNumber(row.getString("case_number")),
        row.getObject("measure_id", UUID.class),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("noted_at").toInstant());
  }
}
