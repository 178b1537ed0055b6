package org.alur.payments;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of money in whole rupiah; the smallest unit in use, so no amount is ever rounded.
 *
 * @param amount never negative
 */
public record Rupiah(long amount) implements Comparable<Rupiah> {

  /** How people write an amount; forms carry the same pattern. */
  public static final String PATTERN = "^(Rp\\.? ?)?[1-9](\\d{0,2}(\\.\\d{3})*|\\d*)(,-|,00)?$";

  /** Nothing. */
  public static final Rupiah ZERO = new Rupiah(0);

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);

  /** More than any budget, and far from what a long can hold. */
  private static final int MOST_DIGITS = 15;

  private static final Locale INDONESIA =
      new Locale.Builder().setLanguage("id").setRegion("ID").build();

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public Rupiah {
    if (amount < 0) {
      throw new IllegalArgumentException("An amount is never negative.");
    }
  }

  /** An amount in whole rupiah. */
  public static Rupiah of(long amount) {
    return new Rupiah(amount);
  }

  /**
   * Reads an amount as people write it: {@code 1500000}, {@code 1.500.000}, {@code Rp 1.500.000},
   * {@code Rp1.500.000,-}, {@code 1.500.000,00}.
   *
   * @throws IllegalArgumentException if it is written otherwise or has more than 15 digits
   */
  public static Rupiah read(String written) {
    String text = written.strip();
    String digits = text.replaceFirst(",(-|00)$", "").replaceAll("\\D", "");
    if (!WRITTEN.matcher(text).matches() || digits.length() > MOST_DIGITS) {
      throw new IllegalArgumentException("This is not an amount in rupiah.");
    }
    return new Rupiah(Long.parseLong(digits));
  }

  /** Whether {@link #read} understands it. */
  public static boolean isReadable(String written) {
    try {
      return read(written).amount() > 0;
    } catch (IllegalArgumentException notAnAmount) {
      return false;
    }
  }

  /** The sum. */
  public Rupiah plus(Rupiah other) {
    return new Rupiah(Math.addExact(amount, other.amount));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if the other is more
   */
  public Rupiah minus(Rupiah other) {
    return new Rupiah(Math.subtractExact(amount, other.amount));
  }

  /** So many times the amount. */
  public Rupiah times(long count) {
    return new Rupiah(Math.multiplyExact(amount, count));
  }

  /** Whether it is more than another amount. */
  public boolean isMoreThan(Rupiah other) {
    return compareTo(other) > 0;
  }

  /** {@code 1.500.000}: as a form is filled with it. */
  public String plain() {
    return NumberFormat.getIntegerInstance(INDONESIA).format(amount);
  }

  @Override
  public int compareTo(Rupiah other) {
    return Long.compare(amount, other.amount);
  }

  /** {@code Rp 1.500.000}: as people read it. */
  @Override
  public String toString() {
    return "Rp " + plain();
  }
}
