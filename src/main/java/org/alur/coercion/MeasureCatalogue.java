package org.alur.coercion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which measures a field knows, and on which basis: data, because laws change. */
@Component
public class MeasureCatalogue {

  /**
   * A measure that may be asked for.
   *
   * @param longestDays how long it may last at most, whatever the order says
   */
  public record Entry(MeasureKind kind, LegalBasis basis, Optional<Integer> longestDays) {}

  private final JdbcClient database;

  MeasureCatalogue(JdbcClient database) {
    this.database = database;
  }

  /** What could be asked for in a field on a day. */
  public List<Entry> of(Field field, LocalDate on) {
    return database
        .sql(
            """
            SELECT kind, legal_basis, longest_days FROM measure_catalogue
            WHERE field = :field AND valid_from <= :on AND (valid_until IS NULL OR valid_until > :on)
            ORDER BY kind, legal_basis
            """)
        .param("field", field.name())
        .param("on", on)
        .query(
            (row, number) ->
                new Entry(
                    MeasureKind.valueOf(row.getString("kind")),
                    LegalBasis.valueOf(row.getString("legal_basis")),
                    Optional.ofNullable(row.getObject("longest_days", Integer.class))))
        .list();
  }
}
