package org.alur.deadlines;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.alur.deadlines.Allowance.CountedIn;
import org.springframework.stereotype.Component;

/** Counts time as an office does: in its own time zone, and where it may, on its working days. */
@Component
class OfficeCalendar {

  /**
   * When an amount of time has passed.
   *
   * @param amount ISO 8601 with days, hours or both: PT2H, P7D, P1DT4H
   */
  Instant after(Instant start, String amount, CountedIn countedIn, ZoneId zone) {
    var time = Duration.parse(amount);
    var local = start.atZone(zone);
    return switch (countedIn) {
      case ROUND_THE_CLOCK -> local.plus(time).toInstant();
      case WORKING_DAYS ->
          onWorkingDay(plusWorkingDays(local, time.toDays()).plus(time.minusDays(time.toDays())))
              .toInstant();
    };
  }

  private ZonedDateTime plusWorkingDays(ZonedDateTime start, long count) {
    var day = onWorkingDay(start);
    for (var passed = 0; passed < count; passed++) {
      day = day.plusDays(1);
      while (!isWorkingDay(day.toLocalDate())) {
        day = day.plusDays(1);
      }
    }
    return day;
  }

  /** What begins on a free day begins when the next working day does. */
  private ZonedDateTime onWorkingDay(ZonedDateTime time) {
    var day = time;
    while (!isWorkingDay(day.toLocalDate())) {
      day = day.toLocalDate().plusDays(1).atStartOfDay(time.getZone());
    }
    return day;
  }

  private boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
