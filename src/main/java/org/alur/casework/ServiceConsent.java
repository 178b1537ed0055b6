package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether services may go on after somebody took the consent to be helped back: not until it is
 * agreed what happens now. Protection in an emergency and what rests on a law do not stop.
 */
@Component
public class ServiceConsent {

  /** Why nothing of a service is accepted. */
  public static final String STOPPED =
      "The person took back the consent to be helped, so this service stands still. First do the"
          + " task \"Respond to withdrawn consent\": ask again, end the services, or name the law"
          + " by which help goes on. Your draft is kept.";

  /** What was agreed. */
  public enum Decision {
    /** They agreed again. */
    AGREED_AGAIN,
    /** Help goes on without consent, because a law wants it. */
    GOES_ON_BY_LAW,
    /** They want no more help. */
    ENDS
  }

  /** On what help rests instead of consent. */
  public enum Ground {
    MEASURE_IN_FORCE,
    EMERGENCY_PROTECTION,
    CHILD_PROTECTION
  }

  /** Help that goes on without the consent that was taken back, on a ground that can lapse. */
  public record ByLaw(UUID consent, CaseNumber number, Ground ground) {}

  private static final String CANCELLED = "The consent to be helped was taken back.";

  private final JdbcClient database;
  private final Activities activities;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ServiceConsent(
      JdbcClient database, Activities activities, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.activities = activities;
    this.events = events;
    this.clock = clock;
  }

  /** The consent that was taken back and about which nothing is agreed, yet or any more. */
  public Optional<UUID> undecided(CaseNumber number) {
    return database
        .sql(
            """
            SELECT id FROM (SELECT id, withdrawn_at FROM consents
              WHERE case_number = :number AND type = 'SERVICE'
              ORDER BY ordinal DESC LIMIT 1) newest
            WHERE withdrawn_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM service_withdrawals w
                WHERE w.consent_id = newest.id AND w.lapsed_at IS NULL)
            """)
        .param("number", number.value())
        .query(UUID.class)
        .optional();
  }

  /** Whether services stand still. */
  public boolean isStopped(CaseNumber number) {
    return undecided(number).isPresent();
  }

  /**
   * Whether the person wants no more help, and has neither agreed again since, nor come back after
   * the case was closed.
   */
  public boolean isEnded(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM service_withdrawals w WHERE w.decision = 'ENDS'
              AND w.decided_at >= (SELECT max(opened_at) FROM episodes WHERE case_number = :number)
              AND w.consent_id = (SELECT id FROM consents
                WHERE case_number = :number AND type = 'SERVICE'
                ORDER BY ordinal DESC LIMIT 1))
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  /** On what help rested without consent, if that applies no more and nothing is agreed anew. */
  public Optional<Ground> lapsed(CaseNumber number) {
    return undecided(number)
        .flatMap(
            consent ->
                database
                    .sql(
                        """
                        SELECT ground FROM service_withdrawals WHERE consent_id = :consent
                        ORDER BY decided_at DESC LIMIT 1
                        """)
                    .param("consent", consent)
                    .query((columns, index) -> new Row(columns).choice("ground", Ground.class))
                    .optional());
  }

  /** Where help goes on without consent, in cases that are open. */
  public List<ByLaw> goingOnByLaw() {
    return database
        .sql(
            """
            SELECT c.id, c.case_number, w.ground FROM service_withdrawals w
              JOIN consents c ON c.id = w.consent_id JOIN cases k ON k.number = c.case_number
            WHERE w.ground IS NOT NULL AND w.lapsed_at IS NULL AND k.closed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM consents newer WHERE newer.case_number = c.case_number
                AND newer.type = 'SERVICE' AND newer.ordinal > c.ordinal)
            """)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new ByLaw(
                  row.id("id"),
                  new CaseNumber(row.text("case_number")),
                  row.choice("ground", Ground.class));
            })
        .list();
  }

  /** Files that the ground applies no more; services stand still until it is agreed anew. */
  @Transactional
  public void lapse(ByLaw help) {
    int lapsed =
        database
            .sql(
                """
                UPDATE service_withdrawals SET lapsed_at = :now
                WHERE consent_id = :consent AND ground IS NOT NULL AND lapsed_at IS NULL
                """)
            .param("now", Row.at(clock.instant()))
            .param("consent", help.consent())
            .update();
    if (lapsed == 1) {
      events.publishEvent(new ConsentWithdrawn(help.number(), ConsentType.SERVICE));
    }
  }

  /**
   * Files what was agreed. If they want no more help, what the plan has open is cancelled and the
   * case is closed next.
   *
   * @param ground on what help rests from now on, if it goes on by law
   */
  @Transactional
  public void decide(
      CaseNumber number,
      Decision decision,
      Optional<Ground> ground,
      String reason,
      String by,
      UUID record) {
    var consent = undecided(number).orElseThrow();
    database
        .sql(
            """
            INSERT INTO service_withdrawals (consent_id, decision, ground, reason, decided_by,
              decided_at, record_id)
            VALUES (:consent, :decision, :ground, :reason, :by, :now, :record)
            """)
        .param("consent", consent)
        .param("decision", decision.name())
        .param("ground", ground.map(Enum::name).orElse(null))
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    if (decision == Decision.ENDS) {
      activities.cancelOpen(number, CANCELLED);
      events.publishEvent(new ServicesEnded(number));
    }
  }
}
