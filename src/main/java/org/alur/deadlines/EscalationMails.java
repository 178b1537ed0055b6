package org.alur.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends mails about escalations. They wait in the database and go out in a transaction of their
 * own, so that a mail server that is down or slow keeps nothing else from happening. A mail may
 * come twice if a node stops between sending and noting it; it is never lost for that.
 */
@Component
class EscalationMails {

  private static final Logger LOG = LoggerFactory.getLogger(EscalationMails.class);

  /** So that a server which is down is not asked a hundred times in one round. */
  private static final int FAILURES_IN_A_ROUND = 3;

  private static final int AT_ONCE = 200;

  /** How long to wait after each failure; after the last one it is given up. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private final JdbcClient jdbc;
  private final CaseClocks clocks;
  private final Postbox postbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EscalationMails(
      JdbcClient jdbc,
      CaseClocks clocks,
      Postbox postbox,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.postbox = postbox;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Lets those who are told get a mail, if there is a mail server and they have an address. */
  void queue(Escalation escalation) {
    escalation.told().stream()
        .filter(user -> postbox.reaches(user))
        .forEach(
            user ->
                jdbc.sql(
                        """
                        INSERT INTO escalation_mails (escalation_id, recipient, next_try_at)
                        VALUES (:escalation, :user, :now)
                        """)
                    .param("escalation", escalation.id())
                    .param("user", user)
                    .param("now", DeadlineRegister.at(clock.instant()))
                    .update());
  }

  /**
   * Sends what waits.
   *
   * @return how many were sent
   */
  @Scheduled(
      initialDelayString = "${alur.deadlines.first-sweep:PT40S}",
      fixedDelayString = "${alur.deadlines.sweep-every:PT1M}")
  int send() {
    int sent = 0;
    int failed = 0;
    for (var waiting : waiting()) {
      if (isSent(waiting)) {
        sent++;
      } else if (++failed == FAILURES_IN_A_ROUND) {
        break;
      }
    }
    return sent;
  }

  private record Waiting(UUID escalation, String user) {}

  private record Mail(
      int tries, CaseNumber number, String step, Rung rung, Instant dueAt, Instant targetAt) {}

  private List<Waiting> waiting() {
    return jdbc.sql(
            """
            SELECT escalation_id, recipient FROM escalation_mails
            WHERE next_try_at <= :now ORDER BY next_try_at LIMIT :most
            """)
        .param("now", DeadlineRegister.at(clock.instant()))
        .param("most", AT_ONCE)
        .query(
            (row, number) ->
                new Waiting(row.getObject("escalation_id", UUID.class), row.getString("recipient")))
        .list();
  }

  /** Whatever keeps one mail from being sent does not keep back the others. */
  private boolean isSent(Waiting waiting) {
    try {
      transaction.executeWithoutResult(
          status -> take(waiting).ifPresent(mail -> send(waiting, mail)));
      return true;
    } catch (RuntimeException failed) {
      transaction.executeWithoutResult(
          status -> take(waiting).ifPresent(mail -> putOff(waiting, mail, failed)));
      return false;
    }
  }

  private void send(Waiting waiting, Mail mail) {
    post(mail, waiting.user());
    note(waiting, mail.tries(), Optional.empty(), Optional.of(clock.instant()));
  }

  private Optional<Mail> take(Waiting waiting) {
    return jdbc.sql(
            """
            SELECT m.tries, e.case_number, d.step_name, e.rung, e.due_at, d.target_at
            FROM escalation_mails m
              JOIN escalations e ON e.id = m.escalation_id
              JOIN deadlines d ON d.id = e.deadline_id
            WHERE m.escalation_id = :escalation AND m.recipient = :user
              AND m.next_try_at IS NOT NULL
            FOR UPDATE OF m SKIP LOCKED
            """)
        .param("escalation", waiting.escalation())
        .param("user", waiting.user())
        .query(EscalationMails::read)
        .optional();
  }

  private static Mail read(ResultSet row, int index) throws SQLException {
    return new Mail(
        row.getInt("tries"),
        new CaseNumber(row.getString("case_number")),
        row.getString("step_name"),
        Rung.valueOf(row.getString("rung")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("target_at", OffsetDateTime.class).toInstant());
  }

  private void post(Mail mail, String user) {
    var zone = clocks.find(mail.number().value()).orElseThrow().place().zone();
    var due = (mail.rung() == Rung.REMINDER ? mail.targetAt() : mail.dueAt()).atZone(zone);
    postbox.post(user, new Notice(mail.number(), mail.step(), mail.rung(), due));
  }

  private void putOff(Waiting waiting, Mail mail, RuntimeException failed) {
    var pause =
        mail.tries() < PAUSES.size()
            ? Optional.of(PAUSES.get(mail.tries()))
            : Optional.<Duration>empty();
    note(waiting, mail.tries() + 1, pause.map(clock.instant()::plus), Optional.empty());
    if (pause.isEmpty()) {
      LOG.error("{}: a mail about {} is given up: {}.", mail.number(), mail.step(), kind(failed));
    } else {
      LOG.warn(
          "{}: a mail could not be sent ({}); the next try is in {}.",
          mail.number(),
          kind(failed),
          pause.get());
    }
  }

  /** What went wrong, without the message, which may name the recipient. */
  private static String kind(RuntimeException failed) {
    return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getSimpleName();
  }

  private void note(
      Waiting waiting, int tries, Optional<Instant> nextTryAt, Optional<Instant> sentAt) {
    jdbc.sql(
            """
            UPDATE escalation_mails SET tries = :tries, next_try_at = :next, sent_at = :sent
            WHERE escalation_id = :escalation AND recipient = :user
            """)
        .param("tries", tries)
        .param("next", nextTryAt.map(DeadlineRegister::at).orElse(null))
        .param("sent", sentAt.map(DeadlineRegister::at).orElse(null))
        .param("escalation", waiting.escalation())
        .param("user", waiting.user())
        .update();
  }
}
