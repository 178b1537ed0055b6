package org.alur.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.Allowance.CountedIn;
import org.springframework.stereotype.Component;

/** Days as the office of a case has them: in its time zone, by its calendar. */
@Component
public class OfficeDays {

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final OfficeCalendar calendar;
  private final CaseClocks clocks;
  private final LegalLimits laws;
  private final Clock clock;

  OfficeDays(OfficeCalendar calendar, CaseClocks clocks, LegalLimits laws, Clock clock) {
    this.calendar = calendar;
    this.clocks = clocks;
    this.laws = laws;
    this.clock = clock;
  }

  /** The time zone of the office. */
  public ZoneId zone(CaseNumber number) {
    return place(number).zone();
  }

  /** When a day begins. */
  public Instant startOf(CaseNumber number, LocalDate day) {
    return day.atStartOfDay(place(number).zone()).toInstant();
  }

  /** When a day ends. */
  public Instant endOf(CaseNumber number, LocalDate day) {
    return day.atTime(LAST_MINUTE).atZone(place(number).zone()).toInstant();
  }

  /**
   * When so many working days are over, as laws set limits.
   *
   * @param from the day that does not count itself
   */
  public Instant endOfWorkingDays(CaseNumber number, LocalDate from, int days) {
    var place = place(number);
    var start = from.atTime(LAST_MINUTE).atZone(place.zone()).toInstant();
    return calendar.after(start, "P" + days + "D", CountedIn.WORKING_DAYS, place);
  }

  /**
   * When the time that the law gives a step is over.
   *
   * @param step the id of the step in its model
   * @param from the day that does not count itself
   */
  public Instant endByLaw(CaseNumber number, String step, LocalDate from) {
    var law =
        laws.find(step, LocalDate.now(clock))
            .orElseThrow(() -> new IllegalArgumentException("No law limits " + step + "."));
    var place = place(number);
    return calendar
        .lastDay(from, law.amount(), law.countedIn(), place)
        .atTime(LAST_MINUTE)
        .atZone(place.zone())
        .toInstant();
  }

  /**
   * When the time that the law gives a step is over, counted from a moment.
   *
   * @param step the id of the step in its model
   */
  public Instant endByLaw(CaseNumber number, String step, Instant from) {
    var place = place(number);
    var law =
        laws.find(step, place.dayOf(from))
            .orElseThrow(() -> new IllegalArgumentException("No law limits " + step + "."));
    return calendar.after(from, law.amount(), law.countedIn(), place);
  }

  /** The day in the office of the case on which a limit ends. */
  public LocalDate lastDay(CaseNumber number, Instant end) {
    return place(number).dayOf(end.minusSeconds(60));
  }

  private OfficePlace place(CaseNumber number) {
    return clocks.find(number.value()).orElseThrow().place();
  }
}
