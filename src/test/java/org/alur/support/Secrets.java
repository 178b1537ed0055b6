package org.alur.support;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for what was told about people, wherever it may have gone. */
public final class Secrets {

  private record Column(String table, String name, String type) {}

  private final JdbcClient database;

  /** Looks in this database. */
  public Secrets(JdbcClient database) {
    this.database = database;
  }

  /**
   * The columns in which a text occurs, bytes included.
   *
   * @param tables how the names of the tables look, as SQL's LIKE reads it
   */
  public List<String> found(String text, String tables) {
    List<String> places = new ArrayList<>();
    for (var column : columns(tables)) {
      String value =
          column.type().equals("bytea")
              ? "position(convert_to(:text, 'UTF8') IN " + column.name() + ") > 0"
              : "position(:text IN " + column.name() + "::text) > 0";
      boolean there =
          database
              .sql("SELECT EXISTS (SELECT 1 FROM " + column.table() + " WHERE " + value + ")")
              .param("text", text)
              .query(Boolean.class)
              .single();
      if (there) {
        places.add(column.table() + "." + column.name());
      }
    }
    return places;
  }

  private List<Column> columns(String tables) {
    return database
        .sql(
            """
            SELECT table_name, column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name LIKE :tables
              AND data_type IN ('character varying', 'text', 'bytea', 'jsonb')
            """)
        .param("tables", tables)
        .query((row, index) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
