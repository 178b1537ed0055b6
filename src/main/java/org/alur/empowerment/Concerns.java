package org.alur.empowerment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What speaks against going on with an assistance, and what was decided about it. */
@Component
public class Concerns {

  /** What the concern is. */
  public enum Kind {
    /** The grant may not have been used for the business. */
    MISUSE,
    /** The people want to give the business up, or have fallen out. */
    GIVEN_UP
  }

  /** A concern that waits for a decision. */
  public record OpenConcern(UUID id, Kind kind, String what, String raisedBy, LocalDate raisedOn) {}

  /** What was decided. */
  public enum Decision {
    /** It was cleared up or made good. */
    GOES_ON,
    /** The assistance is stopped. */
    STOPPED
  }

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Concerns(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Files what was seen or told; somebody else decides about it. */
  @Transactional
  public void raise(
      CaseNumber number, UUID activity, Kind kind, String what, String by, UUID record) {
    boolean first = open(activity).isEmpty();
    database
        .sql(
            """
            INSERT INTO business_concerns (id, activity_id, case_number, kind, what, raised_by,
              raised_at, record_id)
            VALUES (:id, :activity, :number, :kind, :what, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("activity", activity)
        .param("number", number.value())
        .param("kind", kind.name())
        .param("what", what)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    if (first) {
      events.publishEvent(new ConcernRaised(number, activity));
    }
  }

  /** What waits for a decision, oldest first. */
  public List<OpenConcern> open(UUID activity) {
    return database
        .sql(
            """
            SELECT * FROM business_concerns WHERE activity_id = :activity AND decision IS NULL
            ORDER BY raised_at
            """)
        .param("activity", activity)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new OpenConcern(
                  row.id("id"),
                  row.choice("kind", Kind.class),
                  row.text("what"),
                  row.text("raised_by"),
                  LocalDate.ofInstant(row.instant("raised_at"), WesternIndonesia.ZONE));
            })
        .list();
  }

  /** Files the decision about all that waits for one. */
  @Transactional
  public void decide(UUID activity, Decision decision, String reason, String by) {
    database
        .sql(
            """
            UPDATE business_concerns SET decision = :decision, reason = :reason, decided_by = :by,
              decided_at = :now
            WHERE activity_id = :activity AND decision IS NULL
            """)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("activity", activity)
        .update();
  }
}
