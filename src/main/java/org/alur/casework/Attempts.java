package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to move the person of a case without compulsion. */
@Component
public class Attempts {

  private final JdbcClient database;
  private final Clock clock;

  Attempts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files an attempt. */
  @Transactional
  public void log(CaseNumber number, Attempt attempt, String by, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,
              response, outcome, stage_of_change, incentive, incentive_amount, budget_code,
              recorded_by, recorded_at, record_id)
            VALUES (:id, :number, :approach, :kind, :madeOn, :by, :argument, :response, :outcome,
              :stageOfChange, :incentive, :amount, :budgetCode, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("approach", attempt.approach().name())
        .param("kind", attempt.kind())
        .param("madeOn", attempt.madeOn())
        .param("argument", attempt.argument())
        .param("response", attempt.response())
        .param("outcome", attempt.outcome().orElse(null))
        .param("stageOfChange", attempt.stageOfChange().orElse(null))
        .param("incentive", attempt.incentive().map(Incentive::purpose).orElse(null))
        .param("amount", attempt.incentive().map(Incentive::amount).orElse(null))
        .param("budgetCode", attempt.incentive().map(Incentive::budgetCode).orElse(null))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
  }

  /** Whether persuasion and motivation have both been tried, as compulsion presupposes. */
  public boolean bothWaysTried(CaseNumber number) {
    return database
        .sql("SELECT count(DISTINCT approach) = 2 FROM attempts WHERE case_number = :number")
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  /** All attempts, newest first. */
  public List<Attempt> list(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM attempts WHERE case_number = :number
            ORDER BY made_on DESC, recorded_at DESC
            """)
        .param("number", number.value())
        .query(Attempts::attempt)
        .list();
  }

  private static Attempt attempt(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    Optional<Incentive> incentive =
        row.findText("incentive").isPresent()
            ? Optional.of(
                new Incentive(
                    row.text("incentive"),
                    row.decimal("incentive_amount"),
                    row.text("budget_code")))
            : Optional.empty();
    return new Attempt(
        row.choice("approach", Approach.class),
        row.text("kind"),
        row.findDate("made_on").orElseThrow(),
        row.text("argument"),
        row.text("response"),
        row.findText("outcome"),
        row.findText("stage_of_change"),
        incentive);
  }
}
