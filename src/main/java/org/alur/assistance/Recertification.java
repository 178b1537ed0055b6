package org.alur.assistance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision whether assistance goes on.
 *
 * @param noticeEndsOn the last day on which nothing stops
 * @param objection what the family objects
 * @param upheld whether the objection was right
 */
public record Recertification(
    UUID id,
    Outcome outcome,
    String reason,
    String decidedBy,
    LocalDate decidedOn,
    Optional<LocalDate> noticeEndsOn,
    Optional<String> objection,
    Optional<Boolean> upheld) {

  /** What was decided. */
  public enum Outcome {
    /** It goes on. */
    CONTINUE,
    /** The family can live without it, and says so itself. */
    GRADUATE,
    /** The family is no longer entitled. */
    REMOVE
  }

  /** Whether the family may be removed on a day. */
  boolean allowsRemovalOn(LocalDate day) {
    boolean objectionStands = objection.isPresent() && upheld.orElse(true);
    return outcome == Outcome.REMOVE
        && noticeEndsOn.filter(day::isAfter).isPresent()
        && !objectionStands;
  }
}
