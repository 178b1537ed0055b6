package org.alur.deadlines;

import java.time.Instant;
import java.util.Optional;

/**
 * That a deadline was suspended or extended.
 *
 * @param days granted
 * @param daysUsed how many of them were used; empty while it is suspended
 */
record Delay(DelayKind kind, int days, Optional<Integer> daysUsed, Instant decidedAt) {

  /** By how many days the deadline is later. */
  int effectiveDays() {
    return daysUsed.orElse(days);
  }
}
