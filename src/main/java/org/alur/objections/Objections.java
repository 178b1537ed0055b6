package org.alur.objections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.objections.Objection.Answer;
import org.alur.objections.Objection.Appeal;
import org.alur.objections.Objection.Outcome;
import org.alur.objections.Objection.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps objections: lodged once, answered once, appealed once, each answer by somebody who had no
 * part in the matter; what is not answered in time counts as granted (UU 30/2014 art. 77, 78).
 */
@Component
public class Objections {

  /**
   * What somebody said.
   *
   * @param measure against which it is; empty if against another decision
   * @param decision the other decision, in words
   * @param knownOn since when the person knows the other decision
   */
  public record Lodged(
      CaseNumber number,
      Optional<UUID> measure,
      Optional<String> decision,
      Optional<LocalDate> knownOn,
      String lodgedBy,
      String channel,
      String grounds,
      String recordedBy,
      UUID record) {}

  /**
   * What somebody answers.
   *
   * @param clientView what the person said, or why nobody heard it
   */
  public record Given(
      Outcome outcome, String reasons, boolean clientHeard, String clientView, String by) {}

  private static final String OWES_AN_ANSWER =
      "outcome IS NULL AND unanswered IS NULL AND withdrawn_at IS NULL";
  private static final String OWES_A_DECISION =
      "appealed_at IS NOT NULL AND appeal_outcome IS NULL AND unanswered IS NULL"
          + " AND withdrawn_at IS NULL";

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Objections(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Files an objection and lets it be answered, unless the same one waits for its answer, or for
   * the decision about its appeal.
   */
  @Transactional
  public Objection lodge(Lodged lodged, Instant answerEndsAt) {
    var id = UUID.randomUUID();
    if (isAppealed(lodged) || !file(id, lodged, answerEndsAt)) {
      throw new ObjectionPending();
    }
    var objection = get(id);
    events.publishEvent(new ObjectionLodged(objection));
    return objection;
  }

  private boolean isAppealed(Lodged lodged) {
    return about(
            database.sql(
                """
                SELECT EXISTS (SELECT FROM objections WHERE case_number = :number
                  AND what_is_objected(measure_id, decision, known_on, lodged_by, grounds)
                    = what_is_objected(:measure, :decision, :knownOn, :lodgedBy, :grounds)
                  AND %s)
                """
                    .formatted(OWES_A_DECISION)),
            lodged)
        .query(Boolean.class)
        .single();
  }

  /** Whoever comes second at the same moment waits here, and does nothing. */
  private boolean file(UUID id, Lodged lodged, Instant answerEndsAt) {
    return about(
                database.sql(
                    """
                    INSERT INTO objections (id, case_number, measure_id, decision, known_on,
                      lodged_by, channel, grounds, recorded_by, lodged_at, record_id,
                      answer_ends_at)
                    VALUES (:id, :number, :measure, :decision, :knownOn, :lodgedBy, :channel,
                      :grounds, :by, :now, :record, :ends)
                    ON CONFLICT DO NOTHING
                    """),
                lodged)
            .param("id", id)
            .param("channel", lodged.channel())
            .param("by", lodged.recordedBy())
            .param("now", Row.at(clock.instant()))
            .param("record", lodged.record())
            .param("ends", Row.at(answerEndsAt))
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec about(JdbcClient.StatementSpec statement, Lodged lodged) {
    return statement
        .param("number", lodged.number().value())
        .param("measure", lodged.measure().orElse(null), Types.OTHER)
        .param("decision", lodged.decision().orElse(null), Types.VARCHAR)
        .param("knownOn", lodged.knownOn().orElse(null), Types.DATE)
        .param("lodgedBy", lodged.lodgedBy())
        .param("grounds", lodged.grounds());
  }

  /** Files the answer. */
  @Transactional
  public void answer(UUID id, Given answer, Instant appealUntil) {
    changeOne(
        database
            .sql(
                """
                UPDATE objections SET outcome = :outcome, reasons = :reasons,
                  client_heard = :heard, client_view = :view, answered_by = :by,
                  answered_at = :now, appeal_until = :until
                WHERE id = :id AND\s"""
                    + OWES_AN_ANSWER)
            .param("outcome", answer.outcome().name())
            .param("reasons", answer.reasons())
            .param("heard", answer.clientHeard())
            .param("view", answer.clientView())
            .param("by", answer.by())
            .param("now", Row.at(clock.instant()))
            .param("until", Row.at(appealUntil))
            .param("id", id));
  }

  /** Files that a rejection is appealed. */
  @Transactional
  public void appeal(UUID id, String grounds, String by, Instant endsAt) {
    changeOne(
        database
            .sql(
                """
                UPDATE objections SET appeal_grounds = :grounds, appeal_recorded_by = :by,
                  appealed_at = :now, appeal_ends_at = :ends
                WHERE id = :id AND outcome = 'REJECTED' AND appealed_at IS NULL
                """)
            .param("grounds", grounds)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("ends", Row.at(endsAt))
            .param("id", id));
  }

  /** Files what the appeal came to. */
  @Transactional
  public void decideAppeal(UUID id, Outcome outcome, String reasons, String by) {
    changeOne(
        database
            .sql(
                """
                UPDATE objections SET appeal_outcome = :outcome, appeal_reasons = :reasons,
                  appeal_decided_by = :by, appeal_decided_at = :now
                WHERE id = :id AND\s"""
                    + OWES_A_DECISION)
            .param("outcome", outcome.name())
            .param("reasons", reasons)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id));
  }

  /** Files that whoever objected takes it back while an answer is owed. */
  @Transactional
  public void withdraw(UUID id, String reason, String by) {
    changeOne(
        database
            .sql(
                """
                UPDATE objections SET withdrawal_reason = :reason, withdrawn_by = :by,
                  withdrawn_at = :now
                WHERE id = :id AND (%s OR %s)
                """
                    .formatted(OWES_AN_ANSWER, OWES_A_DECISION))
            .param("reason", reason)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id));
  }

  /**
   * Files that the time for an answer or for the decision about an appeal is over, so that the
   * objection counts as granted. Done once, whoever comes first.
   *
   * @return whether this call did it
   */
  @Transactional
  public boolean grantBecauseOfSilence(UUID id) {
    return database
            .sql(
                """
                UPDATE objections SET unanswered_at = :now,
                  unanswered = CASE WHEN appealed_at IS NULL THEN 'ANSWER' ELSE 'APPEAL' END
                WHERE id = :id AND (%s AND answer_ends_at <= :now OR %s AND appeal_ends_at <= :now)
                """
                    .formatted(OWES_AN_ANSWER, OWES_A_DECISION))
            .param("now", Row.at(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  /** The objections that nobody answered in time and that do not count as granted yet. */
  public List<UUID> overdue() {
    return database
        .sql(
            """
            SELECT id FROM objections
            WHERE %s AND answer_ends_at <= :now OR %s AND appeal_ends_at <= :now
            """
                .formatted(OWES_AN_ANSWER, OWES_A_DECISION))
        .param("now", Row.at(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /** Files what was decided and done for an objection that is granted. */
  @Transactional
  public void carryOut(UUID id, String what, String by) {
    changeOne(
        database
            .sql(
                """
                UPDATE objections SET carried_out = :what, carried_out_by = :by,
                  carried_out_at = :now
                WHERE id = :id AND carried_out_at IS NULL
                """)
            .param("what", what)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("id", id));
  }

  private static void changeOne(JdbcClient.StatementSpec change) {
    if (change.update() != 1) {
      throw new ObjectionDecided();
    }
  }

  /** Whether a user had a part in what is objected to, or has answered the objection. */
  public boolean isPartial(UUID id, String userId) {
    return database
        .sql(
            """
            SELECT had_a_part(o, :user) OR coalesce(answered_by = :user, false)
            FROM objections o WHERE id = :id
            """)
        .param("user", userId)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Whether the office of the case has a supervisor who had no part in the matter. */
  public boolean hasIndependentSupervisor(UUID id) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM objections o JOIN cases c ON c.number = o.case_number
              JOIN workers w ON w.office_id = c.office_id AND w.active
              JOIN worker_roles r ON r.user_id = w.user_id AND r.role = 'SUPERVISOR'
              WHERE o.id = :id AND NOT had_a_part(o, w.user_id))
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Whether the agency of the case has a head who had no part in the matter and did not answer. */
  public boolean hasIndependentHead(UUID id) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM objections o JOIN cases c ON c.number = o.case_number
              JOIN offices own ON own.id = c.office_id
              JOIN offices near ON near.agency_id = own.agency_id
              JOIN workers w ON w.office_id = near.id AND w.active
              JOIN worker_roles r ON r.user_id = w.user_id AND r.role = 'AGENCY_HEAD'
              WHERE o.id = :id AND NOT had_a_part(o, w.user_id)
                AND w.user_id IS DISTINCT FROM o.answered_by)
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** The objection with this id. */
  public Objection get(UUID id) {
    return database
        .sql("SELECT * FROM objections WHERE id = :id")
        .param("id", id)
        .query(Objections::objection)
        .single();
  }

  /** The objections of a case, the newest first. */
  public List<Objection> of(CaseNumber number) {
    return database
        .sql("SELECT * FROM objections WHERE case_number = :number ORDER BY lodged_at DESC, id")
        .param("number", number.value())
        .query(Objections::objection)
        .list();
  }

  private static Objection objection(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Objection(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        row.findId("measure_id"),
        row.findText("decision"),
        row.text("lodged_by"),
        row.text("grounds"),
        row.instant("lodged_at"),
        row.instant("answer_ends_at"),
        answer(row),
        appeal(row),
        row.findChoice("unanswered", Step.class),
        row.findInstant("withdrawn_at").isPresent());
  }

  private static Optional<Answer> answer(Row row) throws SQLException {
    var outcome = row.findChoice("outcome", Outcome.class);
    return outcome.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(outcome.get(), row.text("reasons"), row.instant("appeal_until")));
  }

  private static Optional<Appeal> appeal(Row row) throws SQLException {
    var grounds = row.findText("appeal_grounds");
    return grounds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Appeal(
                grounds.get(),
                row.instant("appeal_ends_at"),
                row.findChoice("appeal_outcome", Outcome.class),
                row.findText("appeal_reasons")));
  }
}
