package org.alur.coercion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The measures whose end was noted late, each a breach that supervisor and head are told of. */
@Component
public class LateEnds {

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Duration tolerance;
  private final Clock clock;

  LateEnds(
      JdbcClient database,
      ApplicationEventPublisher events,
      @Value("${alur.coercion.late-after}") Duration tolerance,
      Clock clock) {
    this.database = database;
    this.events = events;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /** Records a breach, if the end of a measure was noted later than a while after its date. */
  void note(CoerciveMeasure measure, Instant now) {
    Instant due = measure.request().endsAt();
    if (!now.isAfter(due.plus(tolerance))) {
      return;
    }
    database
        .sql(
            """
            INSERT INTO measure_breaches (measure_id, case_number, due_at, noted_at)
            VALUES (:measure, :number, :due, :now)
            """)
        .param("measure", measure.id())
        .param("number", measure.request().caseNumber().value())
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The breaches that nobody has been told of yet. */
  List<MeasureEndedLate> untold() {
    return database
        .sql("SELECT * FROM measure_breaches WHERE told_at IS NULL ORDER BY noted_at")
        .query((row, index) -> late(row))
        .list();
  }

  /**
   * Tells of a breach, once; apart from the end itself, which happens even if nobody can be told.
   */
  @Transactional
  public void tell(MeasureEndedLate late) {
    int untold =
        database
            .sql(
                """
                UPDATE measure_breaches SET told_at = :now
                WHERE measure_id = :measure AND told_at IS NULL
                """)
            .param("measure", late.measure())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (untold == 1) {
      events.publishEvent(late);
    }
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
