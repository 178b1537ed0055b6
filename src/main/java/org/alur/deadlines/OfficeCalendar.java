package org.alur.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.alur.deadlines.Allowance.CountedIn;
import org.alur.organisation.Holidays;
import org.springframework.stereotype.Component;

/** Counts time as an office does: in its own time zone, and where it may, on its working days. */
@Component
class OfficeCalendar {

  private final Holidays holidays;

  OfficeCalendar(Holidays holidays) {
    this.holidays = holidays;
  }

  /**
   * When an amount of time has passed.
   *
   * @param amount ISO 8601 with days, hours or both: PT2H, P7D, P1DT4H
   * @param place where the office is
   */
  Instant after(Instant start, String amount, CountedIn countedIn, OfficePlace place) {
    var time = Duration.parse(amount);
    return switch (countedIn) {
      case ROUND_THE_CLOCK -> start.plus(time);
      case WORKING_DAYS -> workingDays(start, place).after(start, time);
    };
  }

  /**
   * The last day of a time that is counted in whole days.
   *
   * @param from the day that does not count itself
   * @param amount ISO 8601 with days: P10D
   */
  LocalDate lastDay(LocalDate from, String amount, CountedIn countedIn, OfficePlace place) {
    long days = Duration.parse(amount).toDays();
    return switch (countedIn) {
      case ROUND_THE_CLOCK -> from.plusDays(days);
      case WORKING_DAYS ->
          workingDays(from.atStartOfDay(place.zone()).toInstant(), place).plus(from, days);
    };
  }

  /** How many days of a kind have passed from one moment to another; those begun do not count. */
  long daysBetween(Instant start, Instant end, CountedIn countedIn, OfficePlace place) {
    return switch (countedIn) {
      case ROUND_THE_CLOCK -> Duration.between(start, end).toDays();
      case WORKING_DAYS -> workingDays(start, place).between(place.dayOf(start), place.dayOf(end));
    };
  }

  private WorkingDays workingDays(Instant start, OfficePlace place) {
    return new WorkingDays(
        place.zone(), Set.copyOf(holidays.from(place.dayOf(start), place.regionCode())));
  }
}
