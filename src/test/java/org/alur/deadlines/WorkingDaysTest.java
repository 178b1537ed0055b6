package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  /** Eid al-Fitr in 2026 with its collective leave: Friday to Tuesday, after two days of Nyepi. */
  private static final Set<LocalDate> NYEPI_AND_EID =
      Set.of(
          LocalDate.parse("2026-03-18"),
          LocalDate.parse("2026-03-19"),
          LocalDate.parse("2026-03-20"),
          LocalDate.parse("2026-03-23"),
          LocalDate.parse("2026-03-24"));

  /** 20 November 2026 is a Friday, 17 March 2026 a Tuesday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-19T15:00, P1D,    2026-11-20T15:00",
    "2026-11-20T15:00, P1D,    2026-11-23T15:00",
    "2026-11-20T15:00, P7D,    2026-12-01T15:00",
    "2026-11-20T15:00, PT4H,   2026-11-20T19:00",
    "2026-11-20T22:00, PT4H,   2026-11-23T02:00",
    "2026-11-20T22:00, PT2H,   2026-11-23T00:00",
    "2026-11-19T10:00, P1DT4H, 2026-11-20T14:00",
    "2026-11-21T10:00, P1D,    2026-11-24T00:00",
    "2026-11-22T10:00, PT4H,   2026-11-23T04:00",
    "2026-03-17T09:00, P1D,    2026-03-25T09:00",
    "2026-03-17T23:00, PT2H,   2026-03-25T01:00",
    "2026-03-21T12:00, P2D,    2026-03-27T00:00",
  })
  void a_working_day_is_a_day_of_the_office_not_24_hours(String start, String amount, String end) {
    for (var name : new String[] {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}) {
      var zone = ZoneId.of(name);
      var days = new WorkingDays(zone, NYEPI_AND_EID);
      var from = LocalDateTime.parse(start).atZone(zone).toInstant();

      assertThat(days.after(from, Duration.parse(amount)).atZone(zone).toLocalDateTime())
          .isEqualTo(LocalDateTime.parse(end));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20, 0",
    "2026-11-20, 2026-11-22, 0",
    "2026-11-20, 2026-11-23, 1",
    "2026-03-16, 2026-03-26, 3",
    "2026-11-23, 2026-11-20, 0",
  })
  void days_are_counted_as_they_are_added(LocalDate from, LocalDate to, long count) {
    assertThat(new WorkingDays(ZoneId.of("Asia/Jakarta"), NYEPI_AND_EID).between(from, to))
        .isEqualTo(count);
  }
}
