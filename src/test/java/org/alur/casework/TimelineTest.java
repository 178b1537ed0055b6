package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class TimelineTest {

  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  @Autowired Timeline timeline;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Notes notes;
  @Autowired Contacts contacts;
  @Autowired RiskAssessments risks;
  @Autowired Consents consents;
  @Autowired JdbcClient database;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    number = town.aCase(cases, people);
  }

  @Test
  void it_tells_what_happened_in_plain_words_and_by_name() {
    cases.assignLead(number, town.lead, town.supervisor);
    cases.enter(number, CaseStage.ASSESSMENT);
    risks.assess(
        number,
        new RiskScores(2, 1, 1, 0, 0, 0),
        List.of(),
        RiskLevel.MEDIUM,
        town.lead,
        Optional.empty());
    risks.raise(number, RiskLevel.HIGH, "Threats", town.lead, Optional.empty());
    contacts.log(
        number,
        new Contact(
            Contact.Type.HOME_VISIT,
            Optional.empty(),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Contact.Outcome.HELD,
            Optional.of("mother"),
            Optional.of("House is safe"),
            Optional.of("call on Friday")),
        town.lead,
        Optional.empty());
    cases.close(number, ClosureReason.GOALS_MET, "budi");

    assertThat(titles())
        .contains(
            "Request received: phone",
            "Caseworker: Worker " + town.lead,
            "Stage: assessment",
            "Risk assessed as medium (sum 4)",
            "Risk raised from medium to high",
            "Home visit held, with mother",
            "Case closed: goals met");
    var visit = timeline.of(number, Instant.parse("2026-01-02T00:00:00Z"), 50);
    assertThat(visit)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).contains("Worker " + town.lead);
              assertThat(entry.text()).contains("House is safe Next: call on Friday");
            });
  }

  @Test
  void a_form_is_told_once_either_by_its_name_or_by_what_it_was_about() {
    var note = record("add-note", null);
    record("assess-needs", "Assess needs");
    notes.add(number, Optional.of("Dog"), "Beware of the dog.", town.lead, Optional.of(note));

    assertThat(titles()).contains("Note: Dog", "Assess needs").doesNotContain("Add note");
  }

  @Test
  void plans_measures_closures_and_aftercare_are_told_too() {
    database
        .sql(
            """
            INSERT INTO plans (case_number, version, leading_approach, setting, summary,
              prepared_by, prepared_at, status, decided_by, decided_at)
            VALUES (:n, 1, 'PERSUASIVE', 'FAMILY', 'Back to school', 'sari', '2026-01-01',
              'APPROVED', 'budi', '2026-01-02');
            INSERT INTO goals VALUES ('%1$s', :n, 1, 1, 'EDUCATION', 'School', 'none', 'daily',
              'days');
            INSERT INTO goal_ratings VALUES ('%1$s', '%1$s', -1, NULL, 'sari', '2026-01-03');
            INSERT INTO coercive_measures (id, case_number, kind, legal_basis, document_number,
              order_ends_at, necessity, requested_by, requested_at, valid_from, valid_until, status)
            VALUES ('%1$s', :n, 'REPORTING_DUTY', 'DIVERSION', '1', '2026-03-01', 'x', 'sari',
              '2026-01-04', '2026-02-01', '2026-03-01', 'REQUESTED');
            INSERT INTO closures (id, case_number, episode, reason, summary, client_informed,
              proposed_by, proposed_at, status)
            VALUES ('%1$s', :n, 1, 'GOALS_MET', 'x', true, 'sari', '2026-01-05', 'PROPOSED');
            INSERT INTO aftercare_contacts (id, case_number, day, held_on, reached, outcome,
              made_by, recorded_at)
            VALUES ('%1$s', :n, 30, '2026-01-06', true, 'STABLE', 'sari', '2026-01-06');
            INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,
              response, recorded_by, recorded_at)
            VALUES ('%1$s', :n, 'PERSUASIVE', 'HOME_VISIT', '2026-01-06', 'sari', 'a', 'b', 'sari',
              '2026-01-07');
            INSERT INTO service_sessions (id, case_number, service_key, session_number, kind,
              held_on, attendance, led_by, recorded_at)
            VALUES ('%1$s', :n, 'family-casework', 2, 'JOINT', '2026-01-08', 'HELD', 'sari',
              '2026-01-08');
            """
                .formatted(UUID.randomUUID()))
        .param("n", number.value())
        .update();

    assertThat(titles())
        .contains(
            "Plan version 1 proposed",
            "Plan version 1 approved",
            "Goal rated -1: School",
            "Reporting duty requested",
            "Closure proposed: goals met",
            "Aftercare after 30 days: stable",
            "Persuasive attempt: home visit",
            "Family casework, session 2: held");
  }

  private UUID record(String form, @org.jspecify.annotations.Nullable String activity) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO case_records (id, case_number, form_id, form_version, activity_name,
              submitted_by, submitted_at, payload)
            VALUES (:id, :n, :form, 1, :activity, :by, '2026-01-01', '{}')
            """)
        .param("id", id)
        .param("n", number.value())
        .param("form", form)
        .param("activity", activity)
        .param("by", town.lead)
        .update();
    return id;
  }

  private List<String> titles() {
    return timeline.of(number, END, 100).stream().map(TimelineEntry::title).toList();
  }
}
