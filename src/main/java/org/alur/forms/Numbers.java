package org.alur.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as they come in from a browser, and as they are kept. */
final class Numbers {

  /** More digits than any amount or measure has; keeps hostile exponents away from arithmetic. */
  private static final int MOST_DIGITS = 30;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static Optional<BigDecimal> of(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? parse(value.toString()) : Optional.empty();
    }
    if (value instanceof Number number) {
      return inRange(new BigDecimal(number.toString()));
    }
    if (value instanceof String text) {
      return parse(text);
    }
    return Optional.empty();
  }

  static Optional<BigDecimal> of(JsonNode value) {
    return value.isNumber() || value.isTextual() ? parse(value.asText()) : Optional.empty();
  }

  static Optional<BigDecimal> parse(String text) {
    String trimmed = text.strip();
    return NUMBER.matcher(trimmed).matches() ? inRange(new BigDecimal(trimmed)) : Optional.empty();
  }

  private static Optional<BigDecimal> inRange(BigDecimal number) {
    if (number.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    BigDecimal plain = number.stripTrailingZeros();
    boolean readable =
        plain.scale() <= MOST_DIGITS && (long) plain.precision() - plain.scale() <= MOST_DIGITS;
    return readable ? Optional.of(plain) : Optional.empty();
  }

  /** A whole number as {@code Long}, any other as {@code BigDecimal}; empty if it is too large. */
  static Optional<Object> kept(BigDecimal number) {
    if (number.scale() > 0) {
      return Optional.of(number);
    }
    return number.precision() - number.scale() > 18
        ? Optional.empty()
        : Optional.of(number.longValueExact());
  }
}
