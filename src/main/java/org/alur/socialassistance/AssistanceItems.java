package org.alur.socialassistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be given, with the rates of the day. */
@Component
public class AssistanceItems {

  private final JdbcClient database;
  private final Clock clock;

  AssistanceItems(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What may be given today, by kind and name. */
  public List<AssistanceItem> today() {
    return database
        .sql(
            """
            SELECT * FROM assistance_items
            WHERE valid_from <= :today AND (valid_until IS NULL OR valid_until > :today)
            ORDER BY disaster_only, kind DESC, name
            """)
        .param("today", WesternIndonesia.today(clock))
        .query(AssistanceItems::item)
        .list();
  }

  /** An item as it was on a day. */
  public AssistanceItem get(String code, LocalDate day) {
    return database
        .sql(
            """
            SELECT * FROM assistance_items
            WHERE code = :code
              AND valid_from <= :day AND (valid_until IS NULL OR valid_until > :day)
            """)
        .param("code", code)
        .param("day", day)
        .query(AssistanceItems::item)
        .single();
  }

  private static AssistanceItem item(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new AssistanceItem(
        row.text("code"),
        row.choice("kind", AssistanceKind.class),
        row.text("name"),
        row.choice("per", AssistanceItem.Per.class),
        row.findDecimal("most").map(rate -> Rupiah.of(rate.longValueExact())),
        row.findNumber("most_months"),
        row.is("disaster_only"));
  }
}
