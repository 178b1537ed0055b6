package org.alur.coercion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.WesternIndonesia;
import org.alur.catalogue.Field;
import org.alur.coercion.PublishedCounts.Line;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of measures in force, and the numbers for everybody. */
@AlurTest
class MeasuresApiTest {

  @LocalServerPort int port;
  @Autowired Crew crew;
  @Autowired Measures measures;
  @Autowired MeasureStatistics statistics;
  @Autowired Cases cases;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @BeforeEach
  void arrive() {
    crew.getsLogins();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void supervisor_and_head_see_what_is_in_force_and_until_when() {
    var number = measures.inForce().number();

    for (var role : List.of(Role.SUPERVISOR, Role.AGENCY_HEAD)) {
      var entry = entry(Crew.of(role), number);
      assertThat(entry.prop("kind").stringValue()).isEqualTo("REPORTING_DUTY");
      assertThat(entry.prop("legalBasis").stringValue()).isEqualTo("NARCOTICS_REHABILITATION");
      assertThat(entry.prop("documentNumber").stringValue()).isEqualTo("12/Pid/2026");
      assertThat(entry.prop("overdue").boolValue()).isFalse();
      assertThat(entry.prop("reviewOverdue").boolValue()).isFalse();
      assertThat(entry.prop("requestedBy").stringValue()).startsWith("Pekerja ");
    }
    assertThat(looks(number, Crew.of(Role.SUPERVISOR))).isEqualTo(1);
    assertThat(looks(number, Crew.of(Role.AGENCY_HEAD))).isEqualTo(1);
  }

  @Test
  void a_measure_that_has_ended_leaves_the_register() {
    var number = measures.inForce().number();
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(11))));
    assertThat(entry(Crew.of(Role.SUPERVISOR), number).prop("overdue").boolValue()).isTrue();

    database
        .sql(
            """
            UPDATE coercive_measures SET status = 'ENDED', ended_at = valid_until,
              end_reason = 'EXPIRED' WHERE case_number = :number
            """)
        .param("number", number.value())
        .update();

    assertThat(register(Crew.of(Role.SUPERVISOR))).doesNotContain(number.value());
  }

  @Test
  void a_sealed_case_is_counted_for_whom_it_is_sealed_and_no_more() {
    var number = measures.inForce().number();
    int before = notShown(Crew.of(Role.AGENCY_HEAD));
    long looksBefore = looks(number, Crew.of(Role.AGENCY_HEAD));
    cases.seal(number, "Safe house", Crew.of(Role.SUPERVISOR));

    assertThat(register(Crew.of(Role.AGENCY_HEAD))).doesNotContain(number.value());
    assertThat(notShown(Crew.of(Role.AGENCY_HEAD))).isEqualTo(before + 1);
    assertThat(looks(number, Crew.of(Role.AGENCY_HEAD))).isEqualTo(looksBefore);
    assertThat(register(Crew.of(Role.SUPERVISOR))).contains(number.value());
  }

  @Test
  void nobody_sees_the_measures_of_another_agency() {
    var number = measures.inForce().number();

    for (var stranger : List.of("budi", "hasan")) {
      assertThat(register(stranger)).contains("\"items\"").doesNotContain(number.value());
      assertThat(notShown(stranger)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SUPERVISOR", "AGENCY_HEAD"})
  void nobody_else_opens_the_register(Role role) {
    var answer = as(Crew.of(role)).get("/api/measures");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("The register of measures in force is for supervisors and the heads of agencies");
    assertThat(as(Crew.of(role)).get("/api/measures/statistics").statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_not_logged_in_sees_neither() {
    var stranger = Visitor.stranger(port);
    assertThat(stranger.get("/api/measures").statusCode()).isEqualTo(401);
    assertThat(stranger.get("/api/measures/statistics").statusCode()).isEqualTo(401);
  }

  @Test
  void a_month_is_told_when_it_is_over_and_from_five_measures_on() {
    var month = YearMonth.from(WesternIndonesia.today(clock));
    long already = counted(month);
    for (long count = already; count < 5; count++) {
      measures.inForce();
    }
    assertThat(statistics.ofLast(60)).noneMatch(line -> line.month().equals(month.toString()));

    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(32))));
    assertThat(reportingDuties(month).count().orElseThrow()).isEqualTo(Math.max(5, already));
    var oneYearAgo = month.minusYears(1);
    assertThat(reportingDuties(oneYearAgo).count()).isEmpty();
    assertThat(as("maya").get("/api/measures/statistics?months=2").body())
        .contains("\"smallestTold\":5")
        .doesNotContain(month.plusMonths(1).toString())
        .doesNotContain("total");
  }

  private Line reportingDuties(YearMonth month) {
    return statistics.ofLast(24).stream()
        .filter(line -> line.month().equals(month.toString()))
        .filter(line -> line.kind() == MeasureKind.REPORTING_DUTY)
        .filter(line -> line.field().equals(Field.SOCIAL_REHABILITATION.key()))
        .findFirst()
        .orElseThrow();
  }

  private long counted(YearMonth month) {
    return database
        .sql(
            """
            SELECT count(*) FROM coercive_measures WHERE kind = 'REPORTING_DUTY'
              AND status IN ('IN_FORCE', 'ENDED')
              AND to_char(approved_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM') = :month
            """)
        .param("month", month.toString())
        .query(Long.class)
        .single();
  }

  private SpinJsonNode entry(String user, CaseNumber number) {
    return Spin.JSON(register(user)).prop("items").elements().stream()
        .filter(each -> each.prop("number").stringValue().equals(number.value()))
        .findFirst()
        .orElseThrow();
  }

  private int notShown(String user) {
    return Spin.JSON(register(user)).prop("notShown").numberValue().intValue();
  }

  private String register(String user) {
    return as(user).get("/api/measures").body();
  }

  private long looks(CaseNumber number, String user) {
    return database
        .sql(
            """
            SELECT count(*) FROM case_views
            WHERE case_number = :number AND user_id = :user AND what = 'register of measures'
            """)
        .param("number", number.value())
        .param("user", user)
        .query(Long.class)
        .single();
  }

  private Visitor as(String user) {
    return Visitor.program(port, user, user);
  }
}
