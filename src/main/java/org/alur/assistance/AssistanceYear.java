package org.alur.assistance;

import java.util.UUID;

/**
 * Four quarters for which one benefit was asked.
 *
 * @param ordinal the first is 1
 * @param visit what the family consists of
 * @param firstQuarter its rates hold for all four
 */
public record AssistanceYear(
    UUID enrolment, int ordinal, UUID benefit, UUID visit, Quarter firstQuarter) {

  /** In a year are so many payments. */
  public static final int QUARTERS = 4;

  /** The last quarter. */
  public Quarter lastQuarter() {
    return firstQuarter.plus(QUARTERS - 1);
  }
}
