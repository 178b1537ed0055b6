package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNotOpen;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.People;
import org.alur.casework.RiskLevel;
import org.alur.casework.Timeline;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class CasePageActionsTest {

  private static final String PAST = "2026-01-05T09:00:00+07:00";
  private static final String FUTURE = "2999-01-05T09:00:00+07:00";

  @Autowired CasePageActions actions;
  @Autowired CasePageRules rules;
  @Autowired Timeline timeline;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    number = town.aCase(cases, people);
  }

  @Test
  void a_contact_is_told_in_the_timeline_with_what_was_said() {
    perform(
        "log-contact",
        Map.of(
            "contactType", "HOME_VISIT",
            "outcome", "HELD",
            "contactAt", PAST,
            "withWhom", "grandmother",
            "summary", "Goes to school again"));

    assertThat(timeline.of(number, Instant.parse("2026-01-06T00:00:00Z"), 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.title()).isEqualTo("Home visit held, with grandmother");
              assertThat(entry.text()).contains("Goes to school again");
              assertThat(entry.at()).isEqualTo(Instant.parse("2026-01-05T02:00:00Z"));
            });
  }

  @Test
  void a_visit_that_is_still_to_come_is_planned() {
    perform(
        "log-contact",
        Map.of("contactType", "PHONE", "outcome", "PLANNED", "contactAt", FUTURE, "remark", "x"));

    assertThat(titles()).contains("Phone planned for 5 Jan 2999, 09:00");
  }

  @Test
  void a_note_is_kept() {
    perform("add-note", Map.of("text", "Beware of the dog."));

    assertThat(titles()).contains("Note");
  }

  @Test
  void anybody_raises_the_risk_of_an_open_case() {
    perform("raise-risk", Map.of("riskLevel", "HIGH", "reason", "Threatened with a knife"));
    assertThat(cases.get(number).riskLevel()).contains(RiskLevel.HIGH);

    cases.close(number, ClosureReason.MOVED, "budi");
    assertThatThrownBy(
            () -> perform("raise-risk", Map.of("riskLevel", "EMERGENCY", "reason", "Again")))
        .isInstanceOf(CaseNotOpen.class);
  }

  @Test
  void what_took_place_lies_in_the_past_and_what_is_planned_does_not() {
    assertThat(refused(contact("HELD", FUTURE))).contains("contactAt");
    assertThat(refused(contact("NO_ANSWER", FUTURE))).contains("contactAt");
    assertThat(refused(contact("PLANNED", PAST))).contains("contactAt");
    assertThat(refused(contact("HELD", PAST))).isEmpty();
    assertThat(refused(contact("PLANNED", FUTURE))).isEmpty();
    assertThat(refused(contact("CANCELLED", FUTURE))).isEmpty();
    assertThat(refused(contact("CANCELLED", PAST))).isEmpty();
  }

  @Test
  void the_risk_is_raised_not_lowered_and_not_on_a_closed_case() {
    perform("raise-risk", Map.of("riskLevel", "HIGH", "reason", "Threats"));

    assertThat(refused(risk("HIGH"))).contains("riskLevel");
    assertThat(refused(risk("MEDIUM"))).contains("riskLevel");
    assertThat(refused(risk("EMERGENCY"))).isEmpty();
    cases.close(number, ClosureReason.MOVED, "budi");
    assertThat(refused(risk("EMERGENCY"))).contains("");
  }

  private Submission contact(String outcome, String at) {
    return submission("log-contact", Map.of("outcome", outcome, "contactAt", at));
  }

  private Submission risk(String level) {
    return submission("raise-risk", Map.of("riskLevel", level, "reason", "x"));
  }

  private List<String> refused(Submission said) {
    var refusals = new Refusals();
    rules.check(said, refusals);
    return refusals.all().stream().map(refusal -> refusal.field().orElse("")).toList();
  }

  private void perform(String form, Map<String, Object> values) {
    var said = submission(form, values);
    database
        .sql(
            """
            INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,
              submitted_at, payload)
            VALUES (:id, :number, :form, 1, :by, '2026-01-05', '{}')
            """)
        .param("id", said.recordId())
        .param("number", number.value())
        .param("form", form)
        .param("by", town.lead)
        .update();
    actions.perform(said);
  }

  private Submission submission(String form, Map<String, Object> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), town.lead);
    return new Submission(UUID.randomUUID(), context, clock.instant(), values);
  }

  private List<String> titles() {
    return timeline.of(number, Instant.parse("9999-01-01T00:00:00Z"), 50).stream()
        .map(entry -> entry.title())
        .toList();
  }
}
