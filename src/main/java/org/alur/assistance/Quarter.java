package org.alur.assistance;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Three months of a calendar year, as payments are labelled: {@code 2026-Q4}. */
public record Quarter(int year, int number) {

  private static final Pattern LABEL = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final int MONTHS = 3;

  /** The quarter in which a day lies. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** Reads a label. */
  public static Quarter of(String label) {
    var found = LABEL.matcher(label);
    if (!found.matches()) {
      throw new IllegalArgumentException(label + " is no quarter.");
    }
    return new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
  }

  /** So many quarters later. */
  public Quarter plus(int quarters) {
    return of(firstDay().plusMonths((long) quarters * MONTHS));
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  /** Its last day. */
  public LocalDate lastDay() {
    return firstDay().plusMonths(MONTHS).minusDays(1);
  }

  /** Under this it is paid. */
  public String label() {
    return "%04d-Q%d".formatted(year, number);
  }
}
