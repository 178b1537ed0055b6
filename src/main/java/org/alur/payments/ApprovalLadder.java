package org.alur.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who decides about which amount: effective-dated, because agencies change it. */
@Component
public class ApprovalLadder {

  /** Who decides. */
  public enum Rung {
    /** The supervisor alone. */
    SUPERVISOR,
    /** The head of the agency alone. */
    AGENCY_HEAD,
    /** Several heads together. */
    COMMITTEE
  }

  /**
   * A step of the ladder.
   *
   * @param approvals how many different people have to agree
   * @param upTo the largest amount; empty for the last step
   */
  public record Step(Rung rung, int approvals, Optional<Rupiah> upTo) {}

  private final JdbcClient database;

  ApprovalLadder(JdbcClient database) {
    this.database = database;
  }

  /** The lowest step that reaches an amount on a day. */
  public Step stepFor(Rupiah amount, LocalDate day) {
    return database
        .sql("SELECT * FROM approval_rung(:amount, :day)")
        .param("amount", BigDecimal.valueOf(amount.amount()))
        .param("day", day)
        .query(ApprovalLadder::step)
        .single();
  }

  private static Step step(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    Optional<BigDecimal> upTo = Optional.ofNullable(columns.getBigDecimal("up_to"));
    return new Step(
        row.choice("rung", Rung.class),
        row.number("approvals"),
        upTo.map(limit -> Rupiah.of(limit.longValueExact())));
  }
}
