package org.alur.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConsentWithdrawn;
import org.alur.casework.Episodes;
import org.alur.casework.Row;
import org.alur.casework.Sharing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The referrals of all cases. */
@Component
public class Referrals {

  private static final String SELECT =
      """
      SELECT r.*, d.recipient FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id
      """;

  private final JdbcClient database;
  private final Sharing sharing;
  private final Episodes episodes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Referrals(
      JdbcClient database,
      Sharing sharing,
      Episodes episodes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.database = database;
    this.sharing = sharing;
    this.episodes = episodes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Shares the summary and files the offer.
   *
   * @return the id of the referral
   * @throws org.alur.casework.SharingRefused if the summary may not be shared
   */
  @Transactional
  public UUID offer(Offer offer) {
    var disclosure = sharing.share(offer.number(), offer.told(), offer.by(), offer.record());
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO referrals (id, case_number, episode, scope, contact, reason, urgent,
              disclosure_id, offered_by, offered_at, answer_due, record_id, state)
            VALUES (:id, :number, :episode, :scope, :contact, :reason, :urgent, :disclosure, :by,
              :now, :due, :record, 'OFFERED')
            """)
        .param("id", id)
        .param("number", offer.number().value())
        .param("episode", episodes.current(offer.number()))
        .param("scope", offer.scope().name())
        .param("contact", offer.contact())
        .param("reason", offer.reason())
        .param("urgent", offer.urgent())
        .param("disclosure", disclosure)
        .param("by", offer.by())
        .param("now", Row.at(clock.instant()))
        .param("due", Row.at(offer.answerDue()))
        .param("record", offer.record())
        .update();
    events.publishEvent(new ReferralOffered(offer.number(), id, offer.answerDue(), offer.urgent()));
    return id;
  }

  /**
   * Notes that the answer is still missing.
   *
   * @return how often it was missing by now
   */
  @Transactional
  public int silent(UUID id) {
    return database
        .sql("UPDATE referrals SET silences = silences + 1 WHERE id = :id RETURNING silences")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /**
   * Files the answer.
   *
   * @throws ReferralAnswered if there is one already, or somebody else took the case over
   */
  @Transactional
  public void answer(UUID id, Answer answer) {
    if (answer.kind() == Answer.Kind.ACCEPTED) {
      whyNotAccepted(id)
          .ifPresent(
              sentence -> {
                throw new ReferralAnswered(sentence);
              });
    }
    int changed =
        database
            .sql(
                """
                UPDATE referrals SET state = :state, answered_on = :on, answered_by = :from,
                  answer_reason = :reason, noted_by = :by, noted_at = :now,
                  answer_record_id = :record
                WHERE id = :id AND state = 'OFFERED'
                """)
            .param("state", answer.kind().name())
            .param("on", answer.on().orElse(null))
            .param("from", answer.from().orElse(null))
            .param("reason", answer.reason().orElse(null))
            .param("by", answer.by())
            .param("now", Row.at(clock.instant()))
            .param("record", answer.record())
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new ReferralAnswered(
          "This referral has its answer already. Load the case again to see it.");
    }
    if (answer.kind() == Answer.Kind.ACCEPTED) {
      events.publishEvent(new ReferralAccepted(get(id).number()));
    }
  }

  /** Why a referral cannot be accepted any more; empty if it can. */
  public Optional<String> whyNotAccepted(UUID id) {
    var asked = get(id);
    if (asked.scope() == Referral.Scope.PART) {
      return Optional.empty();
    }
    return acceptedWhole(asked.number())
        .map(
            other ->
                "%s has taken this case over already. Take this offer back, and tell %s so."
                    .formatted(other.recipient(), asked.recipient()));
  }

  /** Files since when the recipient helps. */
  @Transactional
  public void handOver(UUID id, LocalDate since, String helper, String by) {
    int changed =
        database
            .sql(
                """
                UPDATE referrals SET helps_since = :since, helper = :helper, handed_over_by = :by,
                  handed_over_at = :now
                WHERE id = :id AND state = 'ACCEPTED' AND helps_since IS NULL
                """)
            .param("since", since)
            .param("helper", helper)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new ReferralAnswered("Nobody is to be handed over to. Load the case again.");
    }
  }

  /** Notes that nobody has to answer any more. */
  @Transactional
  public void notNeeded(UUID id) {
    stop(id, Referral.State.NOT_NEEDED);
  }

  private int stop(UUID id, Referral.State state) {
    return database
        .sql(
            """
            UPDATE referrals SET state = :state, stopped_at = :now
            WHERE id = :id AND (state = 'OFFERED' OR (state = 'ACCEPTED' AND helps_since IS NULL))
            """)
        .param("state", state.name())
        .param("now", Row.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Recalls what rests on a consent that was taken back; what protects a life goes on. */
  @EventListener
  void on(ConsentWithdrawn event) {
    List<UUID> resting =
        database
            .sql(
                """
                SELECT r.id FROM referrals r
                JOIN disclosures d ON d.id = r.disclosure_id
                JOIN consents c ON c.id = d.consent_id
                WHERE r.case_number = :number AND c.withdrawn_at IS NOT NULL
                ORDER BY r.offered_at
                """)
            .param("number", event.number().value())
            .query(UUID.class)
            .list();
    for (var id : resting) {
      if (stop(id, Referral.State.RECALLED) > 0) {
        events.publishEvent(new ReferralRecalled(event.number(), id));
      }
    }
  }

  /** A referral, which is known to exist. */
  public Referral get(UUID id) {
    return database
        .sql(SELECT + "WHERE r.id = :id")
        .param("id", id)
        .query(Referrals::referral)
        .single();
  }

  /** The referrals of a case that wait for an answer, oldest first. */
  public List<Referral> open(CaseNumber number) {
    return database
        .sql(SELECT + "WHERE r.case_number = :number AND r.state = 'OFFERED' ORDER BY r.offered_at")
        .param("number", number.value())
        .query(Referrals::referral)
        .list();
  }

  /** How many other agencies have accepted to help in the present episode. */
  public int agenciesThatAccepted(CaseNumber number) {
    return database
        .sql(
            """
            SELECT count(DISTINCT lower(btrim(d.recipient)))
            FROM referrals r JOIN disclosures d ON d.id = r.disclosure_id
            WHERE r.case_number = :number AND r.episode = :episode AND r.state = 'ACCEPTED'
            """)
        .param("number", number.value())
        .param("episode", episodes.current(number))
        .query(Integer.class)
        .single();
  }

  /** Who took the case over in its present episode. */
  public Optional<Referral> acceptedWhole(CaseNumber number) {
    return database
        .sql(
            SELECT
                + """
                WHERE r.case_number = :number AND r.episode = :episode AND r.state = 'ACCEPTED'
                  AND r.scope = 'WHOLE_CASE'
                """)
        .param("number", number.value())
        .param("episode", episodes.current(number))
        .query(Referrals::referral)
        .optional();
  }

  private static Referral referral(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Referral(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        row.choice("scope", Referral.Scope.class),
        row.text("recipient"),
        row.text("contact"),
        row.instant("offered_at"),
        row.instant("answer_due"),
        row.number("silences"),
        row.choice("state", Referral.State.class),
        row.findDate("answered_on"),
        row.findText("answer_reason"));
  }
}
