package org.alur.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.casework.Episodes;
import org.alur.casework.Row;
import org.alur.conference.Conference.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls conferences, once for each reason at a time, and calls them off. */
@Component
public class Conferences {

  /** Nobody discusses what should not exist; a death is discussed after the case has ended too. */
  private static final Set<ClosureReason> CLOSED_UNDISCUSSED =
      Set.of(ClosureReason.DUPLICATE, ClosureReason.INELIGIBLE, ClosureReason.DECEASED);

  private static final String OPEN = "held_at IS NULL AND called_off_at IS NULL";

  private final JdbcClient database;
  private final Episodes episodes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conferences(
      JdbcClient database, Episodes episodes, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.episodes = episodes;
    this.events = events;
    this.clock = clock;
  }

  /** Calls one because a rule wants it; does nothing if one is open for that reason already. */
  @Transactional
  public void require(CaseNumber number, Reason reason, Optional<UUID> measure) {
    call(number, reason, measure, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Calls one because somebody wants it.
   *
   * @return false if one is open for that reason already
   */
  @Transactional
  public boolean call(CaseNumber number, Reason reason, String purpose, String by, UUID record) {
    return call(
        number,
        reason,
        Optional.empty(),
        Optional.of(purpose),
        Optional.of(by),
        Optional.of(record));
  }

  private boolean call(
      CaseNumber number,
      Reason reason,
      Optional<UUID> measure,
      Optional<String> purpose,
      Optional<String> by,
      Optional<UUID> record) {
    var id = UUID.randomUUID();
    int called =
        database
            .sql(
                """
                INSERT INTO conferences (id, case_number, episode, reason, measure_id, called_by,
                  purpose, called_at, record_id)
                VALUES (:id, :number, :episode, :reason, :measure::uuid, :by, :purpose, :now,
                  :record::uuid)
                ON CONFLICT (case_number, reason,
                  coalesce(measure_id, '00000000-0000-0000-0000-000000000000'))
                  WHERE held_at IS NULL AND called_off_at IS NULL DO NOTHING
                """)
            .param("id", id)
            .param("number", number.value())
            .param("episode", episodes.current(number))
            .param("reason", reason.name())
            .param("measure", measure.orElse(null))
            .param("by", by.orElse(null))
            .param("purpose", purpose.orElse(null))
            .param("now", Row.at(clock.instant()))
            .param("record", record.orElse(null))
            .update();
    if (called == 1) {
      events.publishEvent(new ConferenceCalled(get(id)));
    }
    return called == 1;
  }

  /** Calls off what nobody has to discuss, or carry out, any more in a case. */
  @Transactional
  public void callOff(CaseNumber number, String because) {
    of(number).stream()
        .filter(conference -> !conference.reason().outlivesTheCase() && !conference.calledOff())
        .forEach(conference -> callOff(conference, because));
  }

  /** A case is closed after what had to be discussed was; what remains open ends with it. */
  @EventListener
  @Transactional
  void on(CaseClosed event) {
    if (!owedBeforeClosing(event.number(), event.reason()).isEmpty()) {
      throw new StillToBeHeld();
    }
    callOff(event.number(), "The case was closed.");
  }

  /** Calls off the conference about a measure that does not come into force. */
  @Transactional
  public void callOffAbout(UUID measure, String because) {
    database
        .sql("SELECT * FROM conferences WHERE measure_id = :measure AND " + OPEN)
        .param("measure", measure)
        .query(Conferences::conference)
        .list()
        .forEach(conference -> callOff(conference, because));
  }

  private void callOff(Conference conference, String because) {
    int open =
        database
            .sql(
                """
                UPDATE conferences SET called_off_at = :now, called_off_because = :because
                WHERE id = :id AND\s"""
                    + OPEN)
            .param("id", conference.id())
            .param("now", Row.at(clock.instant()))
            .param("because", because)
            .update();
    int undone =
        database
            .sql(
                """
                UPDATE conference_decisions SET outcome = 'CALLED_OFF', report = :because,
                  closed_at = :now
                WHERE conference_id = :id AND outcome IS NULL
                """)
            .param("id", conference.id())
            .param("now", Row.at(clock.instant()))
            .param("because", because)
            .update();
    if (open + undone > 0) {
      events.publishEvent(new ConferenceCancelled(conference.number(), conference.id()));
    }
  }

  /** A conference, which is known to exist. */
  public Conference get(UUID id) {
    return database
        .sql("SELECT * FROM conferences WHERE id = :id")
        .param("id", id)
        .query(Conferences::conference)
        .single();
  }

  /** The conferences of a case, the newest first. */
  public List<Conference> of(CaseNumber number) {
    return database
        .sql("SELECT * FROM conferences WHERE case_number = :number ORDER BY called_at DESC, id")
        .param("number", number.value())
        .query(Conferences::conference)
        .list();
  }

  /** Those that are still to be held before a case is closed for a reason, the oldest first. */
  public List<Conference> owedBeforeClosing(CaseNumber number, ClosureReason reason) {
    return CLOSED_UNDISCUSSED.contains(reason) ? List.of() : owed(number);
  }

  /** The conference about a measure: the one that was held, else the one that was called last. */
  public Optional<Conference> about(UUID measure) {
    return database
        .sql(
            """
            SELECT * FROM conferences WHERE measure_id = :measure
            ORDER BY held_at IS NULL, called_off_at IS NOT NULL, called_at DESC LIMIT 1
            """)
        .param("measure", measure)
        .query(Conferences::conference)
        .optional();
  }

  /** Those of a case that rules want and that are still to be held, the oldest first. */
  public List<Conference> owed(CaseNumber number) {
    return database
        .sql(
            "SELECT * FROM conferences WHERE case_number = :number AND reason <> 'OTHER' AND "
                + OPEN
                + " ORDER BY called_at, id")
        .param("number", number.value())
        .query(Conferences::conference)
        .list();
  }

  /** Whether the case was, or is to be, discussed for a reason in its present episode. */
  public boolean wasCalled(CaseNumber number, Reason reason) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM conferences WHERE case_number = :number
              AND episode = :episode AND reason = :reason AND called_off_at IS NULL)
            """)
        .param("number", number.value())
        .param("episode", episodes.current(number))
        .param("reason", reason.name())
        .query(Boolean.class)
        .single();
  }

  private static Conference conference(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Conference(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        row.choice("reason", Reason.class),
        row.findId("measure_id"),
        row.findText("called_by"),
        row.findText("purpose"),
        row.instant("called_at"),
        row.findInstant("held_at"),
        row.findInstant("called_off_at").isPresent());
  }
}
