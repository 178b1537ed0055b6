package org.alur.coercion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a measure may last. The database holds the same limits, for whoever goes round this
 * class.
 */
final class MeasureLimits {

  private static final Duration EMERGENCY = Duration.ofHours(24);
  private static final Duration WITHOUT_ORDER = Duration.ofDays(14);
  private static final Duration CHILD = Duration.ofDays(366);
  private static final Duration UNDER_12 = Duration.ofDays(184);

  private MeasureLimits() {}

  /** The latest moment at which a measure that begins now may end, if no order says otherwise. */
  static Optional<Instant> latestEnd(
      LegalBasis basis, Optional<Instant> orderEndsAt, Optional<Integer> longestDays, Instant now) {
    Optional<Instant> byLaw = lawful(basis).map(now::plus);
    Optional<Instant> byField = longestDays.map(Duration::ofDays).map(now::plus);
    Optional<Instant> byOrder =
        orderEndsAt.isPresent() || basis.isOrdered()
            ? orderEndsAt
            : Optional.of(now.plus(WITHOUT_ORDER));
    return Stream.of(byLaw, byField, byOrder).flatMap(Optional::stream).min(Instant::compareTo);
  }

  private static Optional<Duration> lawful(LegalBasis basis) {
    return switch (basis) {
      case DANGER_TO_LIFE -> Optional.of(EMERGENCY);
      case CHILD_MEASURE -> Optional.of(CHILD);
      case CHILD_UNDER_12 -> Optional.of(UNDER_12);
      default -> Optional.empty();
    };
  }
}
