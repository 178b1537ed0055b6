package org.alur.deadlines;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Until when something is to be done.
 *
 * @param remindAt when its worker is reminded
 * @param targetAt when it should be done
 * @param fatalAt when it has to be done at the latest
 */
record TimeLimits(Instant remindAt, Instant targetAt, Instant fatalAt) {

  TimeLimits {
    if (remindAt.isAfter(targetAt) || targetAt.isAfter(fatalAt)) {
      throw new IllegalArgumentException("A reminder comes first and the last moment last.");
    }
  }

  /** Whatever a decision says: nothing is later than what comes after it. */
  static TimeLimits inOrder(Instant remindAt, Instant targetAt, Instant fatalAt) {
    var target = earlier(targetAt, fatalAt);
    return new TimeLimits(earlier(remindAt, target), target, fatalAt);
  }

  /** The same, but nothing later than a moment. */
  TimeLimits notAfter(Instant last) {
    return inOrder(remindAt, targetAt, earlier(fatalAt, last));
  }

  /** Each of them moved. */
  TimeLimits moved(UnaryOperator<Instant> move) {
    return new TimeLimits(move.apply(remindAt), move.apply(targetAt), move.apply(fatalAt));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
