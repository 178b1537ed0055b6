package org.alur.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for numbers. */
final class NumberCheck {

  private NumberCheck() {}

  static Checked check(Instance field, @Nullable Object raw) {
    if (raw == null || raw.equals("")) {
      return Checked.NOTHING;
    }
    Optional<BigDecimal> number = Numbers.of(raw);
    if (number.isEmpty()) {
      return Checked.refused("enter a number.");
    }
    Optional<Object> kept = Numbers.kept(number.get());
    if (kept.isEmpty()) {
      return Checked.refused("enter a smaller number.");
    }
    return new Checked(kept.get(), complaints(field, number.get()));
  }

  private static List<String> complaints(Instance field, BigDecimal number) {
    List<String> complaints = new ArrayList<>();
    decimals(field, number).ifPresent(complaints::add);
    step(field, number).ifPresent(complaints::add);
    limit(field, "min", number, -1, "or more").ifPresent(complaints::add);
    limit(field, "max", number, 1, "or less").ifPresent(complaints::add);
    return complaints;
  }

  private static Optional<String> decimals(Instance field, BigDecimal number) {
    var digits = field.component().json().path("decimalDigits");
    if (!digits.isInt() || number.scale() <= digits.intValue()) {
      return Optional.empty();
    }
    return Optional.of(
        digits.intValue() == 0
            ? "enter a whole number."
            : "enter at most " + digits.intValue() + " digits behind the decimal point.");
  }

  private static Optional<String> step(Instance field, BigDecimal number) {
    Optional<BigDecimal> step = Numbers.of(field.component().json().path("increment"));
    if (step.isEmpty() || number.remainder(step.get()).signum() == 0) {
      return Optional.empty();
    }
    BigDecimal below = number.subtract(number.remainder(step.get()));
    return Optional.of(
        "enter a multiple of %s, like %s or %s."
            .formatted(plain(step.get()), plain(below), plain(below.add(step.get()))));
  }

  private static Optional<String> limit(
      Instance field, String rule, BigDecimal number, int wrongSide, String words) {
    Optional<Object> limit = field.limit(rule);
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> bound = Numbers.of(limit.get());
    if (bound.isEmpty()) {
      return Optional.of("its limit cannot be computed. Tell the analyst who made the form.");
    }
    return Integer.signum(number.compareTo(bound.get())) == wrongSide
        ? Optional.of("enter " + plain(bound.get()) + " " + words + ".")
        : Optional.empty();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
