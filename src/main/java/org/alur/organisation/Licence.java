package org.alur.organisation;

import java.time.LocalDate;

/**
 * A licence of a worker: the registration as a social worker (STR, UU 14/2019 art. 28) or the
 * practice licence (SIPPS).
 *
 * @param validUntil the last day on which it is valid
 */
public record Licence(String number, LocalDate validUntil) {

  /** Whether it is valid on this day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isAfter(validUntil);
  }
}
