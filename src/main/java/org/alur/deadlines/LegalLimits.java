package org.alur.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import org.alur.deadlines.Allowance.CountedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits that laws set. No decision lengthens them. */
@Component
class LegalLimits {

  private final JdbcClient jdbc;

  LegalLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The limit of a step by the law of a day. */
  Optional<LegalLimit> find(String step, LocalDate day) {
    return jdbc.sql(
            """
            SELECT amount, counted_in, basis FROM legal_limits
            WHERE step = :step AND valid_from <= :day
            ORDER BY valid_from DESC
            LIMIT 1
            """)
        .param("step", step)
        .param("day", day)
        .query(
            (row, number) ->
                new LegalLimit(
                    row.getString("amount"),
                    CountedIn.valueOf(row.getString("counted_in")),
                    row.getString("basis")))
        .optional();
  }
}
