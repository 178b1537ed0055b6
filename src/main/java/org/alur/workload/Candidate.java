package org.alur.workload;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A caseworker who might lead a case.
 *
 * @param obstacles what stands against it, room apart
 * @param caseload the weight of the cases that the caseworker leads
 * @param lastAssigned when the caseworker was given a case last; empty if never
 */
record Candidate(
    String userId,
    Set<Obstacle> obstacles,
    Fit fit,
    BigDecimal caseload,
    Optional<Instant> lastAssigned) {

  /** What of the case the caseworker is fit for; what the case does not ask for, everybody is. */
  record Fit(boolean speaksLanguage, boolean hasSkill, boolean worksInDistrict) {}

  Candidate {
    obstacles = Set.copyOf(obstacles);
  }

  /** The same caseworker with more to carry. */
  Candidate carrying(BigDecimal more) {
    return new Candidate(userId, obstacles, fit, caseload.add(more), lastAssigned);
  }
}
