package org.alur.coercion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.WesternIndonesia;
import org.alur.catalogue.Field;
import org.alur.coercion.PublishedCounts.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for everybody how often measures came into force, by field, kind and month. */
@Component
class MeasureStatistics {

  private static final int MOST_MONTHS = 60;

  /** From the catalogue, which no measure goes past; rows of it end, but are not removed. */
  private static final String KINDS = "SELECT DISTINCT field, kind FROM measure_catalogue";

  private static final String COUNTS =
      """
      SELECT c.field, m.kind, to_char(m.since AT TIME ZONE :zone, 'YYYY-MM') AS month, count(*) AS n
      FROM (SELECT case_number, kind, coalesce(head_approved_at, approved_at) AS since
        FROM coercive_measures WHERE status IN ('IN_FORCE', 'ENDED')) m
      JOIN cases c ON c.number = m.case_number
      WHERE m.since IS NOT NULL
      GROUP BY 1, 2, 3
      """;

  private final JdbcClient database;
  private final Clock clock;

  MeasureStatistics(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The months before this one. The present month is not told: whoever asked twice would see single
   * measures come into force.
   */
  List<PublishedCounts.Line> ofLast(int months) {
    var present = YearMonth.from(WesternIndonesia.today(clock));
    var told =
        Stream.iterate(present.minusMonths(1), month -> month.minusMonths(1))
            .limit(Math.max(1, Math.min(MOST_MONTHS, months)))
            .toList();
    return PublishedCounts.of(possible(told), counts());
  }

  private Set<Cell> possible(List<YearMonth> months) {
    Set<Cell> cells = new HashSet<>();
    database
        .sql(KINDS)
        .query(
            row -> {
              var field = Field.valueOf(row.getString("field"));
              var kind = MeasureKind.valueOf(row.getString("kind"));
              months.forEach(month -> cells.add(new Cell(field, kind, month)));
            });
    return cells;
  }

  private Map<Cell, Long> counts() {
    return database
        .sql(COUNTS)
        .param("zone", WesternIndonesia.ZONE.getId())
        .query((row, i) -> Map.entry(cell(row), row.getLong("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        Field.valueOf(row.getString("field")),
        MeasureKind.valueOf(row.getString("kind")),
        YearMonth.parse(row.getString("month")));
  }
}
