package org.alur.legalaid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests for legal aid of all cases. */
@Component
public class LegalAid {

  private final JdbcClient database;
  private final Clock clock;

  LegalAid(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a request. */
  @Transactional
  public UUID request(LegalAidRequest request) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO legal_aid_requests (id, case_number, activity_id, manner, case_type,
              sexual_violence, settlement_allowed, requested_by, requested_at, record_id, stage,
              poverty_proof)
            VALUES (:id, :number, :activity, :manner, :type, :sexualViolence, :settlementAllowed,
              :by, :now, :record, 'PAPERS_MISSING', :proof)
            """)
        .param("id", id)
        .param("number", request.number().value())
        .param("activity", request.activity())
        .param("manner", request.oral() ? "ORAL" : "WRITTEN")
        .param("type", request.caseType().name())
        .param("sexualViolence", request.sexualViolence())
        .param("settlementAllowed", request.settlementAllowed())
        .param("by", request.by())
        .param("now", Row.at(clock.instant()))
        .param("record", request.record())
        .param("proof", Row.code(request.provenBy()))
        .update();
    if (request.complete()) {
      complete(id, Optional.empty());
    }
    return id;
  }

  /**
   * Notes that all papers are there.
   *
   * @param proof of poverty, if it came only now
   */
  @Transactional
  public void complete(UUID id, Optional<PovertyProof> proof) {
    moved(
        database
            .sql(
                """
                UPDATE legal_aid_requests SET stage = 'COMPLETE', completed_at = :now,
                  poverty_proof = coalesce(:proof, poverty_proof)
                WHERE id = :id AND stage = 'PAPERS_MISSING'
                """)
            .param("now", Row.at(clock.instant()))
            .param("proof", Row.code(proof))
            .param("id", id)
            .update(),
        id);
  }

  /** Files that somebody may act from now on. */
  @Transactional
  public void empower(UUID id, String lawyer, LocalDate signedOn) {
    moved(
        database
            .sql(
                """
                UPDATE legal_aid_requests SET stage = 'REPRESENTED', lawyer = :lawyer,
                  power_signed_on = :signedOn
                WHERE id = :id AND stage = 'ACCEPTED'
                """)
            .param("lawyer", lawyer)
            .param("signedOn", signedOn)
            .param("id", id)
            .update(),
        id);
  }

  /** Files a step of the proceedings. */
  @Transactional
  public void note(UUID id, LegalAidStep step) {
    database
        .sql(
            """
            INSERT INTO legal_aid_steps (id, request_id, settlement_allowed, proceeding, held_on,
              summary, next_step, next_on, noted_by, noted_at, record_id)
            SELECT :step, id, settlement_allowed, :proceeding, :heldOn, :summary, :nextStep,
              :nextOn, :by, :now, :record
            FROM legal_aid_requests WHERE id = :id
            """)
        .param("step", UUID.randomUUID())
        .param("proceeding", step.proceeding().name())
        .param("heldOn", step.heldOn())
        .param("summary", step.summary())
        .param("nextStep", step.nextStep().orElse(null))
        .param("nextOn", step.nextOn().orElse(null))
        .param("by", step.by())
        .param("now", Row.at(clock.instant()))
        .param("record", step.record())
        .param("id", id)
        .update();
  }

  /** Closes a request. */
  @Transactional
  public void close(UUID id, LegalAidResult result, LocalDate on) {
    moved(
        database
            .sql(
                """
                UPDATE legal_aid_requests SET stage = 'CLOSED', result = :result, ended_on = :on,
                  closed_at = :now
                WHERE id = :id AND stage <> 'CLOSED'
                """)
            .param("result", result.name())
            .param("on", on)
            .param("now", Row.at(clock.instant()))
            .param("id", id)
            .update(),
        id);
  }

  /** Brings a request on, if it is where it is thought to be. */
  void move(UUID id, LegalAidStage from, LegalAidStage to) {
    moved(
        database
            .sql("UPDATE legal_aid_requests SET stage = :to WHERE id = :id AND stage = :from")
            .param("to", to.name())
            .param("from", from.name())
            .param("id", id)
            .update(),
        id);
  }

  static void moved(int rows, UUID id) {
    if (rows != 1) {
      throw new IllegalStateException("The request " + id + " is at another point already.");
    }
  }

  /** A request as it stands. */
  public LegalAidCase get(UUID id) {
    return database
        .sql(
            """
            SELECT r.*, (SELECT s.next_step FROM legal_aid_steps s WHERE s.request_id = r.id
              ORDER BY s.noted_at DESC LIMIT 1) AS next_step
            FROM legal_aid_requests r WHERE r.id = :id
            """)
        .param("id", id)
        .query(LegalAid::legalAidCase)
        .single();
  }

  private static LegalAidCase legalAidCase(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new LegalAidCase(
        row.id("id"),
        row.choice("stage", LegalAidStage.class),
        row.text("case_type").equals(LegalCaseType.CRIMINAL.name()),
        row.is("settlement_allowed"),
        row.id("record_id"),
        row.findText("lawyer"),
        row.findChoice("result", LegalAidResult.class),
        row.findText("next_step"));
  }
}
