package org.alur.coercion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alur.catalogue.Field;
import org.alur.coercion.PublishedCounts.Cell;
import org.alur.coercion.PublishedCounts.Line;

class PublishedCountsPropertyTest {

  private static final long SMALLEST = 5;

  /** What cannot be told apart cannot be computed: every small number looks like every other. */
  @Property
  void a_small_number_leaves_no_trace_in_what_is_told(
      @ForAll("counts") Map<Cell, Long> counts, @ForAll("smallNumbers") List<Long> others) {
    Set<Cell> possible = counts.keySet();
    Map<Cell, Long> changed = new HashMap<>(counts);
    var small =
        new ArrayList<>(
            counts.entrySet().stream()
                .filter(each -> each.getValue() < SMALLEST)
                .map(Map.Entry::getKey)
                .toList());
    for (int i = 0; i < small.size(); i++) {
      changed.put(small.get(i), others.get(i % others.size()));
    }

    assertThat(PublishedCounts.of(possible, changed))
        .isEqualTo(PublishedCounts.of(possible, counts));
  }

  /** Nor do fewer or more months tell more of a month than it tells itself. */
  @Property
  void a_line_says_the_same_whatever_else_is_asked_for(
      @ForAll("counts") Map<Cell, Long> counts, @ForAll("months") YearMonth until) {
    var possible = counts.keySet();
    var fewer =
        possible.stream().filter(cell -> cell.month().isBefore(until)).collect(Collectors.toSet());

    assertThat(PublishedCounts.of(possible, counts)).containsAll(PublishedCounts.of(fewer, counts));
  }

  @Property
  void what_can_occur_is_listed_once_and_large_numbers_are_told_as_they_are(
      @ForAll("counts") Map<Cell, Long> counts) {
    var lines = PublishedCounts.of(counts.keySet(), counts);

    assertThat(lines).hasSameSizeAs(counts.keySet());
    counts.forEach(
        (cell, count) ->
            assertThat(lines)
                .contains(
                    new Line(
                        cell.field().key(),
                        cell.kind(),
                        cell.month().toString(),
                        count >= SMALLEST ? OptionalLong.of(count) : OptionalLong.empty())));
  }

  @Provide
  Arbitrary<Map<Cell, Long>> counts() {
    var cells =
        Combinators.combine(
                Arbitraries.of(Field.class), Arbitraries.of(MeasureKind.class), months())
            .as(Cell::new);
    // About half of them small.
    var numbers = Arbitraries.longs().between(0, 9);
    return Arbitraries.maps(cells, numbers).ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<YearMonth> months() {
    return Arbitraries.integers().between(1, 12).map(month -> YearMonth.of(2026, month));
  }

  @Provide
  Arbitrary<List<Long>> smallNumbers() {
    return Arbitraries.longs().between(0, SMALLEST - 1).list().ofMinSize(1).ofMaxSize(40);
  }
}
