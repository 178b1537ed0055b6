package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The proposals to end cases, and what supervisors decided about them. */
@Component
public class Closures {

  private final JdbcClient database;
  private final Episodes episodes;
  private final Clock clock;

  Closures(JdbcClient database, Episodes episodes, Clock clock) {
    this.database = database;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** Files a proposal for the present episode. */
  @Transactional
  public void propose(CaseNumber number, Closure closure, boolean clientInformed, UUID record) {
    database
        .sql(
            """
            INSERT INTO closures (id, case_number, episode, reason, summary, client_informed,
              aftercare_agreed, proposed_by, proposed_at, record_id, status)
            VALUES (:id, :number, :episode, :reason, :summary, :informed, :aftercare, :by, :now,
              :record, 'PROPOSED')
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("episode", episodes.current(number))
        .param("reason", closure.reason().name())
        .param("summary", closure.summary())
        .param("informed", clientInformed)
        .param("aftercare", closure.aftercareAgreed())
        .param("by", closure.proposedBy())
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
  }

  /**
   * Decides about the proposal that waits. That the one who decides did not prepare it is also a
   * constraint of the database.
   *
   * @param reason what is missing, if it is sent back
   */
  @Transactional
  public void decide(CaseNumber number, boolean approved, Optional<String> reason, String by) {
    int decided =
        database
            .sql(
                """
                UPDATE closures SET status = :status, decided_by = :by, decided_at = :now,
                  decision_reason = :reason
                WHERE case_number = :number AND episode = :episode AND status = 'PROPOSED'
                """)
            .param("status", (approved ? Closure.Status.APPROVED : Closure.Status.RETURNED).name())
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("reason", reason.orElse(null))
            .param("number", number.value())
            .param("episode", episodes.current(number))
            .update();
    if (decided != 1) {
      throw new IllegalStateException("No closure of case " + number + " waits for a decision.");
    }
  }

  /** The newest proposal of the present episode. */
  public Optional<Closure> latest(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM closures WHERE case_number = :number AND episode = :episode
            ORDER BY proposed_at DESC, decided_at IS NOT NULL LIMIT 1
            """)
        .param("number", number.value())
        .param("episode", episodes.current(number))
        .query(Closures::closure)
        .optional();
  }

  private static Closure closure(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Closure(
        row.choice("reason", ClosureReason.class),
        row.text("summary"),
        row.findFlag("aftercare_agreed").orElse(false),
        row.text("proposed_by"),
        row.choice("status", Closure.Status.class),
        row.findText("decided_by"),
        row.findText("decision_reason"));
  }

  /** Whether a measure was asked for and is not decided, or nobody was told of one that was. */
  public boolean isMeasureUnfinished(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM coercive_measures m
              WHERE m.case_number = :number AND (m.status = 'REQUESTED'
                OR m.status IN ('IN_FORCE', 'ENDED') AND NOT EXISTS (SELECT 1
                  FROM measure_notices n WHERE n.measure_id = m.id)))
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether a coercive measure is in force: its end comes before the end of the case. */
  public boolean isMeasureInForce(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM coercive_measures
              WHERE case_number = :number AND status = 'IN_FORCE' AND valid_until > :now)
            """)
        .param("number", number.value())
        .param("now", Row.at(clock.instant()))
        .query(Boolean.class)
        .single();
  }
}
