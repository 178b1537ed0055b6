package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.alur.deadlines.Allowance.CountedIn;
import org.alur.organisation.Holidays;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class OfficeCalendarTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  @Autowired OfficeCalendar calendar;
  @Autowired Holidays holidays;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void two_regions_of_which_one_has_a_holiday() {
    jdbc.sql(
            """
            INSERT INTO regions (code, name, level, parent_code) VALUES
              ('77', 'Provinsi Libur', 'PROVINCE', NULL),
              ('77.01', 'Kabupaten Libur', 'REGENCY', '77'),
              ('77.02', 'Kabupaten Kerja', 'REGENCY', '77'),
              ('77.01.01', 'Kecamatan Libur', 'DISTRICT', '77.01')
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO holidays (id, day, name, region_code) VALUES
              ('2026-11-24-77.01', '2026-11-24', 'Hari jadi kabupaten', '77.01')
            """)
        .update();
  }

  @AfterEach
  void as_before() {
    jdbc.sql("DELETE FROM holidays WHERE region_code LIKE '77%'").update();
    jdbc.sql("DELETE FROM regions WHERE code LIKE '77%'").update();
  }

  /** 23 November 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource({"77.01, 2026-11-25", "77.01.01, 2026-11-25", "77.02, 2026-11-24", "77, 2026-11-24"})
  void a_holiday_of_a_region_counts_for_the_offices_in_it(String region, LocalDate due) {
    var place = new OfficePlace(JAKARTA, Optional.of(region));
    var start = Instant.parse("2026-11-23T03:00:00Z");

    var end = calendar.after(start, "P1D", CountedIn.WORKING_DAYS, place);

    assertThat(place.dayOf(end)).isEqualTo(due);
    assertThat(calendar.after(start, "P1D", CountedIn.ROUND_THE_CLOCK, place))
        .isEqualTo("2026-11-24T03:00:00Z");
  }

  /** The last working day of an office before Nyepi and Eid is Tuesday, 17 March. */
  @Test
  void the_holidays_of_the_decree_are_known() {
    var place = new OfficePlace(JAKARTA, Optional.empty());
    var start = Instant.parse("2026-03-17T03:00:00Z");

    assertThat(calendar.after(start, "P1D", CountedIn.WORKING_DAYS, place))
        .isEqualTo("2026-03-25T03:00:00Z");
    assertThat(holidays.from(LocalDate.parse("2026-01-01"), Optional.empty()))
        .filteredOn(day -> day.getYear() == 2026)
        .hasSize(25);
  }

  @Test
  void a_holiday_that_is_taken_back_is_a_working_day_again() {
    jdbc.sql("UPDATE holidays SET active = false WHERE region_code = '77.01'").update();

    assertThat(
            calendar.after(
                Instant.parse("2026-11-23T03:00:00Z"),
                "P1D",
                CountedIn.WORKING_DAYS,
                new OfficePlace(JAKARTA, Optional.of("77.01"))))
        .isEqualTo("2026-11-24T03:00:00Z");
  }
}
