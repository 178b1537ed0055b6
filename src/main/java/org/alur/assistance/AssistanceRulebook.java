package org.alur.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alur.casework.Row;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rates and limits as they are entered, each from a day on. */
@Component
public class AssistanceRulebook {

  private static final String HOLDS =
      " WHERE valid_from <= :day AND (valid_until IS NULL OR valid_until > :day)";

  private final JdbcClient database;

  AssistanceRulebook(JdbcClient database) {
    this.database = database;
  }

  /** What holds on a day. */
  public AssistanceRules on(LocalDate day) {
    Map<AssistanceComponent, ComponentRate> rates =
        database
            .sql("SELECT * FROM component_rates" + HOLDS)
            .param("day", day)
            .query(AssistanceRulebook::rate)
            .list()
            .stream()
            .collect(Collectors.toMap(ComponentRate::component, Function.identity()));
    return database
        .sql("SELECT most_components, notice_days FROM assistance_limits" + HOLDS)
        .param("day", day)
        .query((row, index) -> new AssistanceRules(row.getInt(1), row.getInt(2), rates))
        .single();
  }

  private static ComponentRate rate(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new ComponentRate(
        row.choice("component", AssistanceComponent.class),
        Rupiah.of(row.decimal("quarterly").longValueExact()),
        row.findChoice("commitment", Commitment.class),
        row.findNumber("from_age"),
        row.findNumber("to_age"));
  }
}
