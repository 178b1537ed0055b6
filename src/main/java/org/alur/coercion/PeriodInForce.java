package org.alur.coercion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When a measure was in force.
 *
 * @param endsAt when it ends by itself
 * @param endedAt empty while it is in force
 */
public record PeriodInForce(
    UUID measure, MeasureKind kind, Instant since, Instant endsAt, Optional<Instant> endedAt) {

  /** Forms know quarters of an hour only. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** Whether it was in force at a moment that somebody chose in a form. */
  public boolean includes(Instant moment) {
    return !moment.isBefore(since.minus(QUARTER)) && endedAt.filter(moment::isAfter).isEmpty();
  }

  /** Whether it compels somebody at a moment. */
  public boolean isInForceAt(Instant moment) {
    return endedAt.isEmpty() && moment.isBefore(endsAt);
  }
}
