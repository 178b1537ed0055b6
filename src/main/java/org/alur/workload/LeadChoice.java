package org.alur.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses who leads a case: of those without an obstacle the one with the most points; with equal
 * points the one with the smallest caseload, then who has waited longest, then by id. The same
 * candidates give the same choice, in whatever order they come.
 *
 * @param rating gives the points
 * @param weight of the case
 * @param soft what counts as a full caseload
 * @param most what the caseload may weigh with the case
 */
record LeadChoice(Rating rating, BigDecimal weight, BigDecimal soft, BigDecimal most) {

  /** How well somebody fits a case. */
  interface Rating {

    /**
     * The points.
     *
     * @param share the caseload with this case, in per cent of the soft limit
     */
    int points(Candidate.Fit fit, int share);
  }

  /** A candidate as this choice sees it. */
  record Ranked(Candidate candidate, int points, Set<Obstacle> obstacles) {

    Ranked {
      obstacles = Set.copyOf(obstacles);
    }

    /** Whether nothing stands against it. */
    boolean isPossible() {
      return obstacles.isEmpty();
    }
  }

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::isPossible)
          .reversed()
          .thenComparing(Ranked::points, Comparator.reverseOrder())
          .thenComparing(ranked -> ranked.candidate().caseload())
          .thenComparing(ranked -> ranked.candidate().lastAssigned().orElse(Instant.MIN))
          .thenComparing(ranked -> ranked.candidate().userId());

  /** All candidates, the best first, those with an obstacle last. */
  List<Ranked> rank(Collection<Candidate> candidates) {
    return candidates.stream().map(this::ranked).sorted(BEST_FIRST).toList();
  }

  /**
   * The one who is to lead the case; empty if nobody can.
   *
   * @param ranked the best first
   */
  static Optional<Candidate> best(List<Ranked> ranked) {
    return ranked.stream().filter(Ranked::isPossible).map(Ranked::candidate).findFirst();
  }

  private Ranked ranked(Candidate candidate) {
    var with = candidate.caseload().add(weight);
    var obstacles = EnumSet.noneOf(Obstacle.class);
    obstacles.addAll(candidate.obstacles());
    if (with.compareTo(most) > 0) {
      obstacles.add(Obstacle.NO_ROOM);
    }
    return new Ranked(candidate, rating.points(candidate.fit(), share(with)), obstacles);
  }

  private int share(BigDecimal caseload) {
    return caseload.movePointRight(2).divide(soft, 0, RoundingMode.UP).intValue();
  }
}
