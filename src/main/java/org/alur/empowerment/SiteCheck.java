package org.alur.empowerment;

import java.time.LocalDate;
import org.alur.payments.Rupiah;

/**
 * What was found at the place of a business.
 *
 * @param month of coaching
 * @param monthlyIncome what the business took in the last month
 * @param monthlyCosts what it spent
 * @param savings what is put aside
 * @param activePeople how many work in it
 */
public record SiteCheck(
    int month,
    LocalDate visitedOn,
    Books books,
    Rupiah monthlyIncome,
    Rupiah monthlyCosts,
    Rupiah savings,
    int activePeople,
    String findings) {

  /** How the books are kept. */
  public enum Books {
    /** Every entry can be followed. */
    KEPT,
    /** Some entries lack. */
    WITH_GAPS,
    /** There are none. */
    NONE
  }
}
