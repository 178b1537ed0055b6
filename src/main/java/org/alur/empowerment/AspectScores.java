package org.alur.empowerment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How much of each aspect somebody has, from 0 to 100.
 *
 * @param byAspect all four
 */
public record AspectScores(Map<Aspect, BigDecimal> byAspect) {

  /** So many items are rated for each aspect. */
  public static final int ITEMS = 5;

  private static final int LOWEST = 1;
  private static final int HIGHEST = 5;
  private static final int STEP = 5;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public AspectScores {
    if (byAspect.size() != Aspect.values().length) {
      throw new IllegalArgumentException("There are four aspects; " + byAspect.keySet() + ".");
    }
    byAspect = Map.copyOf(byAspect);
  }

  /**
   * The scores of a person: (mean of the items - 1) times 25.
   *
   * @param items five ratings from 1 to 5 for each aspect
   */
  public static AspectScores ofItems(Map<Aspect, List<Integer>> items) {
    return each(aspect -> score(items.getOrDefault(aspect, List.of())));
  }

  /** With five items, (sum / 5 - 1) * 25 is (sum - 5) * 5: exact. */
  private static BigDecimal score(List<Integer> items) {
    boolean valid = items.stream().allMatch(item -> item >= LOWEST && item <= HIGHEST);
    if (items.size() != ITEMS || !valid) {
      throw new IllegalArgumentException("An aspect has five items from 1 to 5.");
    }
    int sum = items.stream().mapToInt(Integer::intValue).sum();
    return BigDecimal.valueOf((long) (sum - ITEMS * LOWEST) * STEP);
  }

  /**
   * The scores of a group: the median of its members, aspect by aspect.
   *
   * @param members of at least one
   */
  public static AspectScores medianOf(List<AspectScores> members) {
    return each(aspect -> median(members.stream().map(member -> member.of(aspect)).toList()));
  }

  /** The one in the middle, or half way between the two in the middle. */
  static BigDecimal median(List<BigDecimal> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nobody was rated.");
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    BigDecimal upper = sorted.get(sorted.size() / 2);
    return lower.add(upper).divide(TWO);
  }

  private static AspectScores each(Function<Aspect, BigDecimal> score) {
    Map<Aspect, BigDecimal> scores = new EnumMap<>(Aspect.class);
    for (var aspect : Aspect.values()) {
      scores.put(aspect, score.apply(aspect));
    }
    return new AspectScores(scores);
  }

  /** The score of one aspect. */
  public BigDecimal of(Aspect aspect) {
    return Objects.requireNonNull(byAspect.get(aspect));
  }

  /** How many points an aspect rose since an earlier measurement; less than zero if it fell. */
  public BigDecimal riseSince(AspectScores earlier, Aspect aspect) {
    return of(aspect).subtract(earlier.of(aspect));
  }

  /**
   * The rise in whole points, rounded down: "at least n points" means the same for it as for the
   * exact rise, as long as n is whole.
   */
  public long wholeRiseSince(AspectScores earlier, Aspect aspect) {
    return riseSince(earlier, aspect).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
