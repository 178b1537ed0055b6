package org.alur.empowerment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AspectScoresTest {

  private static AspectScores all(List<Integer> items) {
    Map<Aspect, List<Integer>> byAspect = new EnumMap<>(Aspect.class);
    for (var aspect : Aspect.values()) {
      byAspect.put(aspect, items);
    }
    return AspectScores.ofItems(byAspect);
  }

  private static BigDecimal score(List<Integer> items) {
    return all(items).of(Aspect.CHOICES);
  }

  @Provide
  Arbitrary<List<Integer>> items() {
    return Arbitraries.integers().between(1, 5).list().ofSize(AspectScores.ITEMS);
  }

  @Provide
  Arbitrary<List<AspectScores>> members() {
    return items().map(AspectScoresTest::all).list().ofMinSize(1).ofMaxSize(10);
  }

  @Property
  void a_score_is_the_mean_less_one_times_25(@ForAll("items") List<Integer> items) {
    double mean = items.stream().mapToInt(Integer::intValue).average().orElseThrow();

    assertThat(score(items).doubleValue()).isCloseTo((mean - 1) * 25, within(1e-9));
    assertThat(score(items)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    assertThat(score(items).intValueExact() % 5).isZero();
  }

  @Example
  void the_ends_of_the_scale_are_0_and_100() {
    assertThat(score(List.of(1, 1, 1, 1, 1))).isEqualByComparingTo("0");
    assertThat(score(List.of(5, 5, 5, 5, 5))).isEqualByComparingTo("100");
    assertThat(score(List.of(3, 3, 3, 3, 3))).isEqualByComparingTo("50");
  }

  @Property
  void one_item_more_is_five_points_more(
      @ForAll("items") List<Integer> items, @ForAll @IntRange(max = 4) int place) {
    List<Integer> more = new ArrayList<>(items);
    more.set(place, Math.min(5, items.get(place) + 1));

    var rise = score(more).subtract(score(items));
    assertThat(rise).isEqualByComparingTo(items.get(place) == 5 ? "0" : "5");
  }

  @Property
  void other_items_and_other_numbers_of_them_are_refused(
      @ForAll @Size(max = 8) List<@IntRange(min = -1, max = 7) Integer> items) {
    boolean valid =
        items.size() == AspectScores.ITEMS && items.stream().allMatch(i -> i >= 1 && i <= 5);
    if (!valid) {
      assertThatThrownBy(() -> score(items)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void half_of_a_group_is_at_or_above_the_median_and_half_at_or_below(
      @ForAll("members") List<AspectScores> members) {
    var median = AspectScores.medianOf(members).of(Aspect.FREEDOM);
    long atMost =
        members.stream().filter(one -> one.of(Aspect.FREEDOM).compareTo(median) <= 0).count();
    long atLeast =
        members.stream().filter(one -> one.of(Aspect.FREEDOM).compareTo(median) >= 0).count();

    assertThat(atMost * 2).isGreaterThanOrEqualTo(members.size());
    assertThat(atLeast * 2).isGreaterThanOrEqualTo(members.size());
  }

  @Property
  void the_order_of_the_members_does_not_matter(
      @ForAll("members") List<AspectScores> members, @ForAll Random random) {
    List<AspectScores> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);

    for (var aspect : Aspect.values()) {
      assertThat(AspectScores.medianOf(shuffled).of(aspect))
          .isEqualByComparingTo(AspectScores.medianOf(members).of(aspect));
    }
  }

  @Property
  void one_member_with_the_best_score_does_not_lift_a_group(@ForAll("items") List<Integer> items) {
    var members = List.of(all(items), all(items), all(List.of(5, 5, 5, 5, 5)));

    assertThat(AspectScores.medianOf(members).of(Aspect.CHOICES))
        .isEqualByComparingTo(score(items));
  }

  @Example
  void the_median_of_two_lies_half_way_between() {
    var median =
        AspectScores.medianOf(List.of(all(List.of(1, 1, 1, 1, 2)), all(List.of(1, 1, 1, 2, 2))));

    assertThat(median.of(Aspect.CHOICES)).isEqualByComparingTo("7.5");
  }

  @Example
  void nobody_has_no_median() {
    assertThatThrownBy(() -> AspectScores.medianOf(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The decision table compares whole points; that must not change what the rule says. */
  @Property
  void whole_points_reach_a_whole_threshold_exactly_when_the_points_do(
      @ForAll("members") List<AspectScores> before,
      @ForAll("members") List<AspectScores> after,
      @ForAll @IntRange(min = -20, max = 20) int threshold) {
    var first = AspectScores.medianOf(before);
    var now = AspectScores.medianOf(after);

    boolean exact =
        now.riseSince(first, Aspect.CHOICES).compareTo(BigDecimal.valueOf(threshold)) >= 0;
    assertThat(now.wholeRiseSince(first, Aspect.CHOICES) >= threshold).isEqualTo(exact);
  }
}
