package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysPropertyTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 800;

  @Property
  void time_never_ends_on_a_free_day(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant start,
      @ForAll("amounts") Duration time) {
    var end = office.after(start, time);

    assertThat(office.isWorkingDay(dayOf(office, end))).isTrue();
    assertThat(end).isAfterOrEqualTo(start);
  }

  @Property
  void who_begins_earlier_is_due_no_later(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant one,
      @ForAll("moments") Instant other,
      @ForAll("amounts") Duration time) {
    var first = one.isBefore(other) ? one : other;
    var second = one.isBefore(other) ? other : one;

    assertThat(office.after(first, time)).isBeforeOrEqualTo(office.after(second, time));
  }

  @Property
  void who_has_more_time_is_due_no_earlier(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant start,
      @ForAll("amounts") Duration one,
      @ForAll("amounts") Duration other) {
    var less = one.compareTo(other) < 0 ? one : other;
    var more = one.compareTo(other) < 0 ? other : one;

    assertThat(office.after(start, less)).isBeforeOrEqualTo(office.after(start, more));
  }

  @Property
  void a_holiday_more_makes_nothing_due_earlier(
      @ForAll("offices") WorkingDays office,
      @ForAll("days") LocalDate declared,
      @ForAll("moments") Instant start,
      @ForAll("amounts") Duration time) {
    var holidays = new java.util.HashSet<>(office.holidays());
    holidays.add(declared);

    assertThat(office.after(start, time))
        .isBeforeOrEqualTo(new WorkingDays(office.zone(), holidays).after(start, time));
  }

  @Property
  void days_add_up(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant start,
      @ForAll @IntRange(max = 60) int some,
      @ForAll @IntRange(max = 60) int more) {
    var inTwoSteps = office.after(office.after(start, days(some)), days(more));

    assertThat(inTwoSteps).isEqualTo(office.after(start, days(some + more)));
  }

  @Property
  void hours_add_up_beyond_midnight_and_free_days(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant start,
      @ForAll @IntRange(max = 11) int some,
      @ForAll @IntRange(max = 12) int more) {
    var inTwoSteps =
        office.after(office.after(start, Duration.ofHours(some)), Duration.ofHours(more));

    assertThat(inTwoSteps).isEqualTo(office.after(start, Duration.ofHours((long) some + more)));
  }

  @Property
  void counting_is_the_inverse_of_adding(
      @ForAll("offices") WorkingDays office,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 90) int count) {
    var start = office.isWorkingDay(day) ? day : office.plus(day, 1);

    assertThat(office.between(start, office.plus(start, count))).isEqualTo(count);
  }

  @Property
  void the_hour_of_the_day_stays_as_it_is_because_no_office_changes_its_clock(
      @ForAll("offices") WorkingDays office,
      @ForAll("moments") Instant start,
      @ForAll @IntRange(max = 120) int count) {
    if (office.isWorkingDay(dayOf(office, start))) {
      assertThat(office.after(start, days(count)).atZone(office.zone()).toLocalTime())
          .isEqualTo(start.atZone(office.zone()).toLocalTime());
    }
    assertThat(office.zone().getRules().getTransitions())
        .noneMatch(change -> !change.getInstant().isBefore(Instant.parse("1970-01-01T00:00:00Z")));
    assertThat(office.zone().getRules().getTransitionRules()).isEmpty();
  }

  private static LocalDate dayOf(WorkingDays office, Instant moment) {
    return moment.atZone(office.zone()).toLocalDate();
  }

  private static Duration days(int count) {
    return Duration.ofDays(count);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, Duration.ofDays(DAYS).toSeconds())
        .map(seconds -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds));
  }

  @Provide
  Arbitrary<Duration> amounts() {
    return Arbitraries.longs().between(0, 60L * 24 * 60).map(Duration::ofMinutes);
  }

  /** One of the three zones; up to 120 holidays, so that long holidays occur. */
  @Provide
  Arbitrary<WorkingDays> offices() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura").map(ZoneId::of);
    Arbitrary<Set<LocalDate>> holidays = days().set().ofMaxSize(120);
    return Combinators.combine(zones, holidays).as(WorkingDays::new);
  }
}
