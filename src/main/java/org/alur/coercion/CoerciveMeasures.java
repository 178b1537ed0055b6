package org.alur.coercion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The measures of all cases. A measure is in force when the file says so and its end has not come;
 * whether a process still runs does not matter.
 */
@Component
public class CoerciveMeasures {

  private final JdbcClient database;
  private final MilderMeansText milderMeans;
  private final LateEnds lateEnds;
  private final Clock clock;

  CoerciveMeasures(
      JdbcClient database, MilderMeansText milderMeans, LateEnds lateEnds, Clock clock) {
    this.database = database;
    this.milderMeans = milderMeans;
    this.lateEnds = lateEnds;
    this.clock = clock;
  }

  /** Files a request; its time counts from now. */
  @Transactional
  public CoerciveMeasure request(MeasureRequest request) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO coercive_measures (id, case_number, kind, legal_basis, document_number,
              document_date, document_id, order_ends_at, necessity, less_restrictive,
              notice_given_on, objection, established_by, requested_by, requested_at, valid_from,
              valid_until, record_id, status, follows)
            VALUES (:id, :number, :kind, :basis, :documentNumber, :documentDate, :document,
              :orderEndsAt, :necessity, :milderMeans::jsonb, :noticeGivenOn, :objection, :finding, :by,
              :now, :now, :endsAt, :record, 'REQUESTED', :follows::uuid)
            """)
        .param("id", id)
        .param("number", request.caseNumber().value())
        .param("kind", request.kind().name())
        .param("basis", request.legalBasis().name())
        .param("documentNumber", request.documentNumber())
        .param("documentDate", request.documentDate().orElse(null))
        .param("document", request.document().orElse(null))
        .param("orderEndsAt", request.orderEndsAt().map(CoerciveMeasures::at).orElse(null))
        .param("necessity", request.necessity())
        .param("milderMeans", milderMeans.write(request.milderMeans()))
        .param("noticeGivenOn", request.hearing().map(Hearing::noticeGivenOn).orElse(null))
        .param("objection", request.hearing().map(each -> each.objection().name()).orElse(null))
        .param("finding", request.hearing().map(each -> each.finding().name()).orElse(null))
        .param("by", request.requestedBy())
        .param("now", at(clock.instant()))
        .param("endsAt", at(request.endsAt()))
        .param("record", request.record())
        .param("follows", request.follows().orElse(null))
        .update();
    return get(id);
  }

  /** Files the second opinion. One that does not agree rejects the measure. */
  @Transactional
  public void opine(UUID id, String by, boolean agrees, String opinion) {
    update(
        """
        UPDATE coercive_measures SET second_opinion_by = :by, second_opinion_at = :now,
          second_opinion_agrees = :agrees, second_opinion = :text
        WHERE id = :id AND status = 'REQUESTED' AND second_opinion_by IS NULL
        """,
        id,
        by,
        agrees,
        opinion);
    if (!agrees) {
      reject(id, by, opinion);
    }
  }

  /**
   * Files the approval of the supervisor and puts the measure into force, unless the head decides
   * too.
   */
  @Transactional
  public void approve(UUID id, String by) {
    String status = get(id).needsHead() ? "REQUESTED" : "IN_FORCE";
    update(
        """
        UPDATE coercive_measures SET approved_by = :by, approved_at = :now, status = :text
        WHERE id = :id AND status = 'REQUESTED' AND approved_by IS NULL
        """,
        id,
        by,
        true,
        status);
  }

  /** Files the approval of the agency head and puts the placement into force. */
  @Transactional
  public void approveAsHead(UUID id, String by) {
    update(
        """
        UPDATE coercive_measures SET head_approved_by = :by, head_approved_at = :now,
          status = :text
        WHERE id = :id AND status = 'REQUESTED' AND approved_by IS NOT NULL
        """,
        id,
        by,
        true,
        "IN_FORCE");
  }

  /** Rejects a measure that is not in force. */
  @Transactional
  public void reject(UUID id, String by, String reason) {
    update(
        """
        UPDATE coercive_measures SET status = 'REJECTED', rejected_by = :by, rejected_at = :now,
          rejection_reason = :text
        WHERE id = :id AND status = 'REQUESTED'
        """,
        id,
        by,
        false,
        reason);
  }

  /** Files a review. */
  @Transactional
  public void review(UUID id, MeasureReview review) {
    database
        .sql(
            """
            INSERT INTO coercive_reviews (id, measure_id, requested_by, reviewed_by, reviewed_at,
              outcome, client_heard, client_view, reason, record_id)
            SELECT :review, id, requested_by, :by, :now, :outcome, :heard, :view, :reason, :record
            FROM coercive_measures WHERE id = :id
            """)
        .param("review", UUID.randomUUID())
        .param("id", id)
        .param("by", review.by())
        .param("now", at(clock.instant()))
        .param("outcome", review.outcome())
        .param("heard", review.clientHeard())
        .param("view", review.clientView())
        .param("reason", review.reason())
        .param("record", review.record())
        .update();
  }

  /**
   * Ends a measure that is in force: because its end has come, or because a review said so, which
   * the database looks for. One that has ended stays as it ended, so that timer, review and sweep
   * need not know of each other.
   */
  @Transactional
  public void end(UUID id) {
    Instant now = clock.instant();
    CoerciveMeasure measure = get(id);
    boolean expired = !now.isBefore(measure.request().endsAt());
    int changed =
        database
            .sql(
                """
                UPDATE coercive_measures SET status = 'ENDED', ended_at = :now,
                  end_reason = :reason
                WHERE id = :id AND status = 'IN_FORCE'
                """)
            .param("id", id)
            .param("reason", expired ? "EXPIRED" : "REVIEW")
            .param("now", at(now))
            .update();
    if (changed == 1 && expired) {
      lateEnds.note(measure, now);
    }
  }

  /** A measure that the file still shows as in force although its end has come. */
  record Overdue(UUID measure, CaseNumber number) {}

  List<Overdue> overdue() {
    return database
        .sql(
            """
            SELECT id, case_number FROM coercive_measures
            WHERE status = 'IN_FORCE' AND valid_until <= :now
            """)
        .param("now", at(clock.instant()))
        .query(
            (row, number) ->
                new Overdue(
                    row.getObject("id", UUID.class), new CaseNumber(row.getString("case_number"))))
        .list();
  }

  private void endWhatIsOver(CaseNumber number) {
    overdue().stream()
        .filter(over -> over.number().equals(number))
        .forEach(over -> end(over.measure()));
  }

  /** In a closed case nobody is compelled, and nobody decides any more. */
  @EventListener
  @Transactional
  void on(CaseClosed event) {
    endWhatIsOver(event.number());
    if (isAnyInForce(event.number())) {
      throw new StillInForce();
    }
    rejectAll(event.number(), event.by(), "The case was closed.");
  }

  /**
   * Ends all measures of a case because the person died; what is only asked for is rejected. What
   * was over before the death was reported ended for that reason, and late.
   */
  @Transactional
  public void endBecauseOfDeath(CaseNumber number, String by) {
    endWhatIsOver(number);
    database
        .sql(
            """
            UPDATE coercive_measures SET status = 'ENDED', ended_at = :now, ended_by = :by,
              end_reason = 'DECEASED'
            WHERE case_number = :number AND status = 'IN_FORCE'
            """)
        .param("number", number.value())
        .param("by", by)
        .param("now", at(clock.instant()))
        .update();
    rejectAll(number, by, "The person died.");
  }

  private void rejectAll(CaseNumber number, String by, String reason) {
    database
        .sql(
            """
            UPDATE coercive_measures SET status = 'REJECTED', rejected_by = :by,
              rejected_at = :now, rejection_reason = :reason
            WHERE case_number = :number AND status = 'REQUESTED'
            """)
        .param("number", number.value())
        .param("by", by)
        .param("reason", reason)
        .param("now", at(clock.instant()))
        .update();
  }

  /** Whether a measure compels somebody right now. */
  public boolean isInForce(UUID id) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM coercive_measures WHERE id = :id
              AND status = 'IN_FORCE' AND valid_until > :now)
            """)
        .param("id", id)
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** Whether a measure of the case compels somebody right now. */
  public boolean isAnyInForce(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM coercive_measures WHERE case_number = :number
              AND status = 'IN_FORCE' AND valid_until > :now)
            """)
        .param("number", number.value())
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /**
   * Ends a measure in force because an objection to it was upheld.
   *
   * @param by who upheld it; empty if it counts as granted because nobody answered in time
   */
  @Transactional
  public void endBecauseOfObjection(UUID id, Optional<String> by) {
    database
        .sql(
            """
            UPDATE coercive_measures SET status = 'ENDED', ended_at = :now, ended_by = :by,
              end_reason = 'OBJECTION_UPHELD'
            WHERE id = :id AND status = 'IN_FORCE'
            """)
        .param("id", id)
        .param("by", by.orElse(null))
        .param("now", at(clock.instant()))
        .update();
  }

  /** Whether a stop of the payments of the case is in force right now. */
  public boolean isPaymentStopped(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM coercive_measures WHERE case_number = :number
              AND kind = 'PAYMENT_STOP' AND status = 'IN_FORCE' AND valid_until > :now)
            """)
        .param("number", number.value())
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** The measure with this id. */
  public CoerciveMeasure get(UUID id) {
    return database
        .sql(
            """
            SELECT m.*, extract(epoch FROM placed_for(m))::bigint AS placed_seconds
            FROM coercive_measures m WHERE id = :id
            """)
        .param("id", id)
        .query((row, number) -> measure(row))
        .single();
  }

  /** When the measures of a case were in force, the newest first. */
  public List<PeriodInForce> periods(CaseNumber number) {
    return database
        .sql(
            """
            SELECT id, kind, came_into_force_at(m) AS since, valid_until, ended_at
            FROM coercive_measures m
            WHERE case_number = :number AND status IN ('IN_FORCE', 'ENDED')
            ORDER BY requested_at DESC
            """)
        .param("number", number.value())
        .query(CoerciveMeasures::period)
        .list();
  }

  private static PeriodInForce period(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new PeriodInForce(
        row.id("id"),
        row.choice("kind", MeasureKind.class),
        row.instant("since"),
        row.instant("valid_until"),
        row.findInstant("ended_at"));
  }

  private void update(String sql, UUID id, String by, boolean agrees, String text) {
    int changed =
        database
            .sql(sql)
            .param("id", id)
            .param("by", by)
            .param("agrees", agrees)
            .param("text", text)
            .param("now", at(clock.instant()))
            .update();
    if (changed != 1) {
      throw new MeasureDecided(
          "This measure has been decided already. Open the case file to see how.");
    }
  }

  private CoerciveMeasure measure(ResultSet row) throws SQLException {
    return new CoerciveMeasure(
        row.getObject("id", UUID.class),
        request(row),
        row.getTimestamp("requested_at").toInstant(),
        Optional.ofNullable(row.getString("second_opinion_by")),
        Optional.ofNullable(row.getString("second_opinion")),
        Optional.ofNullable(row.getString("approved_by")),
        inForceSince(row),
        Duration.ofSeconds(row.getLong("placed_seconds")));
  }

  private static Optional<Instant> inForceSince(ResultSet row) throws SQLException {
    if (!Set.of("IN_FORCE", "ENDED").contains(row.getString("status"))) {
      return Optional.empty();
    }
    @Nullable Timestamp byHead = row.getTimestamp("head_approved_at");
    return Optional.ofNullable(byHead == null ? row.getTimestamp("approved_at") : byHead)
        .map(Timestamp::toInstant);
  }

  private MeasureRequest request(ResultSet row) throws SQLException {
    @Nullable Timestamp orderEndsAt = row.getTimestamp("order_ends_at");
    List<MilderMeans> means = milderMeans.read(row.getString("less_restrictive"));
    return new MeasureRequest(
        new CaseNumber(row.getString("case_number")),
        MeasureKind.valueOf(row.getString("kind")),
        LegalBasis.valueOf(row.getString("legal_basis")),
        row.getString("document_number"),
        Optional.ofNullable(row.getObject("document_date", LocalDate.class)),
        Optional.ofNullable(row.getObject("document_id", UUID.class)),
        Optional.ofNullable(orderEndsAt).map(Timestamp::toInstant),
        row.getString("necessity"),
        means,
        hearing(row),
        row.getTimestamp("valid_until").toInstant(),
        row.getString("requested_by"),
        row.getObject("record_id", UUID.class),
        Optional.ofNullable(row.getObject("follows", UUID.class)));
  }

  private static Optional<Hearing> hearing(ResultSet row) throws SQLException {
    @Nullable LocalDate noticeGivenOn = row.getObject("notice_given_on", LocalDate.class);
    return noticeGivenOn == null
        ? Optional.empty()
        : Optional.of(
            new Hearing(
                noticeGivenOn,
                Hearing.Objection.valueOf(row.getString("objection")),
                Hearing.Finding.valueOf(row.getString("established_by"))));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
