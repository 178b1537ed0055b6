package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.alur.deadlines.Allowance.CountedIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeCalendarTest {

  private final OfficeCalendar calendar = new OfficeCalendar();

  /** 20 November 2026 is a Friday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T15:00, PT2H,   ROUND_THE_CLOCK, 2026-11-20T17:00",
    "2026-11-20T23:00, PT2H,   ROUND_THE_CLOCK, 2026-11-21T01:00",
    "2026-11-20T15:00, P7D,    ROUND_THE_CLOCK, 2026-11-27T15:00",
    "2026-11-19T15:00, P1D,    WORKING_DAYS,    2026-11-20T15:00",
    "2026-11-20T15:00, P1D,    WORKING_DAYS,    2026-11-23T15:00",
    "2026-11-20T15:00, P7D,    WORKING_DAYS,    2026-12-01T15:00",
    "2026-11-20T15:00, PT4H,   WORKING_DAYS,    2026-11-20T19:00",
    "2026-11-20T22:00, PT4H,   WORKING_DAYS,    2026-11-23T00:00",
    "2026-11-19T10:00, P1DT4H, WORKING_DAYS,    2026-11-20T14:00",
    "2026-11-21T10:00, P1D,    WORKING_DAYS,    2026-11-24T00:00",
    "2026-11-22T10:00, PT4H,   WORKING_DAYS,    2026-11-23T04:00",
  })
  void time_passes_as_in_the_office(String start, String amount, CountedIn in, String end) {
    for (var name : new String[] {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}) {
      var zone = ZoneId.of(name);
      var from = LocalDateTime.parse(start).atZone(zone).toInstant();

      assertThat(calendar.after(from, amount, in, zone).atZone(zone).toLocalDateTime())
          .isEqualTo(LocalDateTime.parse(end));
    }
  }
}
