package org.alur.deadlines;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The working days of an office. A working day is a day of the calendar, not 24 hours of work: what
 * begins on a Friday at three and takes a working day is due on Monday at three. Time on a free day
 * does not pass at all.
 *
 * @param zone where days begin and end
 * @param holidays free besides Saturdays and Sundays
 */
record WorkingDays(ZoneId zone, Set<LocalDate> holidays) {

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /** When an amount of time has passed: first whole working days, then hours of working days. */
  Instant after(Instant start, Duration time) {
    var local = onWorkingDay(start.atZone(zone));
    var day = plus(local.toLocalDate(), time.toDays());
    return plusHours(local.with(day), time.minusDays(time.toDays())).toInstant();
  }

  /** The working day that is so many working days after a day. */
  LocalDate plus(LocalDate from, long count) {
    var day = from;
    for (var passed = 0L; passed < count; passed++) {
      day = nextWorkingDay(day);
    }
    return day;
  }

  /** How many working days after one day are over when another one ends; 0 if none. */
  long between(LocalDate from, LocalDate to) {
    return Stream.iterate(from.plusDays(1), day -> !day.isAfter(to), day -> day.plusDays(1))
        .filter(this::isWorkingDay)
        .count();
  }

  /** What begins on a free day begins when the next working day does. */
  private ZonedDateTime onWorkingDay(ZonedDateTime time) {
    return isWorkingDay(time.toLocalDate())
        ? time
        : nextWorkingDay(time.toLocalDate()).atStartOfDay(zone);
  }

  private LocalDate nextWorkingDay(LocalDate day) {
    var next = day.plusDays(1);
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private ZonedDateTime plusHours(ZonedDateTime start, Duration hours) {
    var tomorrow = start.toLocalDate().plusDays(1).atStartOfDay(zone);
    var today = Duration.between(start, tomorrow);
    return hours.compareTo(today) < 0
        ? start.plus(hours)
        : plusHours(nextWorkingDay(start.toLocalDate()).atStartOfDay(zone), hours.minus(today));
  }
}
