package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Timeline;
import org.alur.conference.Conference;
import org.alur.conference.Conferences;
import org.alur.forms.ActionForms;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Measures;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to somebody under a measure is on record, and stays there. */
@AlurTest
class ForceRegisterFormsTest {

  @Autowired ForceRegisterForms forms;
  @Autowired Measures measures;
  @Autowired ActionForms casePage;
  @Autowired IdentityService identity;
  @Autowired Conferences conferences;
  @Autowired Grants grants;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  private CaseNumber number;

  @BeforeEach
  void a_measure_is_in_force() {
    number = measures.inForce().waits(Duration.ofHours(5)).number();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private Map<String, Object> force() {
    Map<String, Object> said = new HashMap<>();
    said.put("measure", measures.of(number).toString());
    said.put("kind", "USE_OF_FORCE");
    said.put("happenedAt", ago(Duration.ofHours(1)));
    said.put("means", "HOLDING");
    said.put("minutes", 4L);
    said.put("triedBefore", "We talked and waited for half an hour.");
    said.put("what", "He wanted to run onto the railway and was held.");
    said.put("involved", "Two of the night shift; a guard saw it.");
    said.put("injured", "NOBODY");
    return said;
  }

  private String ago(Duration time) {
    return Measures.quarter(clock.instant().minus(time));
  }

  private Submission said(Map<String, Object> values) {
    var context =
        new FormContext(
            "record-use-of-force",
            Optional.of(number.value()),
            Optional.empty(),
            Map.of(),
            "scene-caseworker");
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private List<String> refused(String key, Object value) {
    var values = force();
    values.put(key, value);
    var refusals = new Refusals();
    forms.check(said(values), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void a_use_of_force_is_on_record_and_told_in_the_timeline() {
    assertThat(refused("kind", "USE_OF_FORCE")).isEmpty();
    forms.perform(said(force()));

    assertThat(timeline.of(number, clock.instant(), 50))
        .anySatisfy(
            entry -> {
              assertThat(entry.title()).isEqualTo("Use of force (holding, 4 minutes)");
              assertThat(entry.text()).contains("He wanted to run onto the railway and was held.");
            });
    assertThat((List<?>) forms.fill(said(force()).context()).get("measureOptions")).hasSize(1);
  }

  @Test
  void an_injury_entered_on_the_case_page_is_discussed_and_other_entries_are_not() {
    enter(force());
    assertThat(incidentsToDiscuss()).isEmpty();

    var injury = force();
    injury.keySet().removeAll(List.of("means", "minutes", "triedBefore"));
    injury.put("kind", "INJURY");
    injury.put("injured", "PERSON");
    injury.put("medicalHelp", "A doctor looked at his arm.");
    enter(injury);

    assertThat(incidentsToDiscuss()).singleElement().matches(Conference::isOpen);
  }

  private void enter(Map<String, Object> values) {
    identity.setAuthentication(
        Crew.of(Role.CASEWORKER), List.of(Role.CASEWORKER.key(), "scene-team"));
    try {
      casePage.submit(number.value(), "record-use-of-force", values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<Conference> incidentsToDiscuss() {
    return conferences.of(number).stream()
        .filter(each -> each.reason() == Conference.Reason.SERIOUS_INCIDENT)
        .toList();
  }

  @Test
  void the_measure_is_told_in_the_time_of_the_office() {
    officeTime("WIT");
    try {
      var since = measures.since(number).atZone(ZoneId.of("Asia/Jayapura"));

      assertThat(forms.fill(said(force()).context()).get("measureOptions"))
          .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
          .singleElement()
          .extracting("label")
          .asString()
          .contains(DateTimeFormatter.ofPattern("', since' d MMMM uuuu").format(since))
          .contains(DateTimeFormatter.ofPattern("HH:mm', until'").format(since));
    } finally {
      officeTime("WIB");
    }
  }

  private void officeTime(String zone) {
    database
        .sql(
            "UPDATE offices SET time_zone = :zone"
                + " WHERE id = (SELECT office_id FROM cases WHERE number = :number)")
        .param("zone", zone)
        .param("number", number.value())
        .update();
  }

  @Test
  void what_happened_without_a_measure_in_force_does_not_belong_here() {
    assertThat(refused("happenedAt", ago(Duration.ofDays(2))))
        .singleElement()
        .asString()
        .contains("The measure was not in force then.");
    assertThat(refused("happenedAt", ago(Duration.ofDays(-1))))
        .containsExactly("This time is still to come; correct it.");
    assertThat(refused("kind", "INJURY"))
        .containsExactly("Say who was hurt, or choose another kind of entry.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE measure_incidents SET what = 'Nothing'",
        "UPDATE measure_incidents SET injured = 'NOBODY'",
        "DELETE FROM measure_incidents",
        "TRUNCATE measure_incidents",
        "UPDATE measure_notices SET legal_aid = 'DECLINED'",
        "DELETE FROM measure_notices",
        "TRUNCATE measure_notices"
      })
  void nobody_takes_an_entry_or_a_notice_back(String sql) {
    forms.perform(said(force()));

    assertThatThrownBy(() -> database.sql(sql).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          means        | NULL
          minutes      | NULL
          tried_before | ' '
          what         | ' '
          involved     | ''
          kind         | 'INJURY'
          kind         | 'INCIDENT'
          injured      | 'PERSON'
          injured      | NULL
          happened_at  | '2020-01-01'
          happened_at  | '2199-01-01'
          recorded_at  | '2020-01-01'
          measure_id   | gen_random_uuid()
          case_number  | 'SR-2020-000001'
          """)
  void the_database_refuses_an_entry_with_one_thing_wrong(String column, String value) {
    forms.perform(said(force()));

    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO measure_incidents SELECT (jsonb_populate_record(i,
                          jsonb_build_object('id', gen_random_uuid(), '%s', %s))).*
                        FROM measure_incidents i WHERE case_number = :number
                        """
                            .formatted(column, value))
                    .param("number", number.value())
                    .update())
        .as(column + " = " + value)
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
