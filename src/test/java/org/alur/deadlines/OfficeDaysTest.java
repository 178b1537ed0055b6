package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.alur.casework.CaseNumber;
import org.alur.support.AlurTest;
import org.alur.support.Scenarios;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class OfficeDaysTest {

  @Autowired OfficeDays days;
  @Autowired Scenarios scenarios;
  @Autowired JdbcClient database;

  /** 16 November 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-16, WIB,  2026-11-19T16:59:00Z, 2026-11-19",
    "2026-11-16, WIT,  2026-11-19T14:59:00Z, 2026-11-19",
    "2026-11-20, WITA, 2026-11-25T15:59:00Z, 2026-11-25",
    "2026-11-21, WIB,  2026-11-25T17:00:00Z, 2026-11-25",
    "2026-11-22, WIT,  2026-11-25T15:00:00Z, 2026-11-25",
  })
  void three_working_days_end_with_the_third_day_in_the_office_of_the_case(
      LocalDate from, String zone, Instant end, LocalDate lastDay) {
    CaseNumber number = caseIn(zone);

    assertThat(days.endOfWorkingDays(number, from, 3)).isEqualTo(end);
    assertThat(days.lastDay(number, end)).isEqualTo(lastDay);
  }

  private CaseNumber caseIn(String zone) {
    var number = scenarios.aCase();
    database
        .sql(
            """
            INSERT INTO offices (id, agency_id, name, region_code, time_zone)
            VALUES (:id, 'scene-agency', 'Kantor', '00.01', :zone) ON CONFLICT DO NOTHING
            """)
        .param("id", "limits-" + zone.toLowerCase(Locale.ROOT))
        .param("zone", zone)
        .update();
    database
        .sql("UPDATE cases SET team_id = NULL, office_id = :id WHERE number = :number")
        .param("id", "limits-" + zone.toLowerCase(Locale.ROOT))
        .param("number", number.value())
        .update();
    return number;
  }
}
