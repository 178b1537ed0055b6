package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The calendar of the capital, by which ages, years and validity are reckoned where no office is
 * concerned.
 */
public final class WesternIndonesia {

  public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private WesternIndonesia() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
