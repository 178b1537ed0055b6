package org.alur.coercion;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.alur.catalogue.Field;

/**
 * How often measures came into force, as everybody may know it. A small number could point to a
 * person, so it is not told; nor is any sum, from which it could be computed. What can occur is
 * listed whether it occurred or not, so that a missing line says nothing either.
 */
final class PublishedCounts {

  /** The smallest number that is told (proposal, not law). */
  static final long SMALLEST_TOLD = 5;

  /** What is counted. */
  record Cell(Field field, MeasureKind kind, YearMonth month) {}

  /**
   * A cell as it is told.
   *
   * @param count empty if it is smaller than {@link #SMALLEST_TOLD}, zero included
   */
  record Line(String field, MeasureKind kind, String month, OptionalLong count) {}

  private PublishedCounts() {}

  /**
   * What is told.
   *
   * @param possible all cells there can be; those that are counted must be among them
   */
  static List<Line> of(Set<Cell> possible, Map<Cell, Long> counts) {
    return possible.stream()
        .sorted(
            Comparator.comparing(Cell::month).thenComparing(Cell::field).thenComparing(Cell::kind))
        .map(cell -> line(cell, counts.getOrDefault(cell, 0L)))
        .toList();
  }

  private static Line line(Cell cell, long count) {
    return new Line(
        cell.field().key(),
        cell.kind(),
        cell.month().toString(),
        count < SMALLEST_TOLD ? OptionalLong.empty() : OptionalLong.of(count));
  }
}
