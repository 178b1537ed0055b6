package org.alur.stages;

import static org.alur.support.ConferenceAnswers.at;
import static org.alur.support.ConferenceAnswers.person;
import static org.alur.support.ConferenceAnswers.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.casework.Disclosure;
import org.alur.casework.Recipient;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.Row;
import org.alur.casework.SharingPurpose;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.casework.WesternIndonesia;
import org.alur.coercion.ForceEntry;
import org.alur.conference.Conference;
import org.alur.conference.Conference.Reason;
import org.alur.conference.ConferenceDates;
import org.alur.conference.ConferenceDecisions;
import org.alur.conference.ConferenceOver;
import org.alur.conference.Conferences;
import org.alur.conference.Decision;
import org.alur.deadlines.StepEscalated;
import org.alur.engine.Platform;
import org.alur.forms.ActionForms;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.organisation.WorkerSaved;
import org.alur.organisation.Workers;
import org.alur.referral.Answer;
import org.alur.referral.Offer;
import org.alur.referral.Referral;
import org.alur.referral.Referrals;
import org.alur.support.ConferenceAnswers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Measures;
import org.alur.support.Rivals;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CaseConferenceProcessTest extends ProcessScenarios {

  private static final String LEAD = Crew.of(Role.CASEWORKER);
  private static final String CHAIR = Crew.of(Role.AGENCY_HEAD);

  @Autowired Conferences conferences;
  @Autowired ConferenceDates dates;
  @Autowired ConferenceDecisions decisions;
  @Autowired ConferenceActions actions;
  @Autowired ConferenceClosureRules closureRules;
  @Autowired ConferenceRules rules;
  @Autowired MandatoryConferences mandatory;
  @Autowired SuddenEvents suddenEvents;
  @Autowired RiskAssessments risks;
  @Autowired Referrals referrals;
  @Autowired Measures measures;
  @Autowired ActionForms casePage;
  @Autowired Timeline timeline;
  @Autowired Workers workers;
  @Autowired Grants grants;
  @Autowired JdbcClient database;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  CaseConferenceProcessTest() {
    super("case-conference");
  }

  private Submission said(String form, CaseNumber number, String user, Map<String, ?> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), user);
    return new Submission(grants.record(number), context, clock.instant(), new HashMap<>(values));
  }

  private Submission call(CaseNumber number, String user) {
    return said(
        "call-case-conference",
        number,
        user,
        Map.of("reason", "PERMANENCY", "purpose", "Can she live with her aunt for good?"));
  }

  private List<String> refused(Submission submission) {
    var refusals = new Refusals();
    actions.check(submission, refusals);
    return messages(refusals);
  }

  private static List<String> messages(Refusals refusals) {
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private Scenario playing(CaseNumber number) {
    var scenario = scenarios.resume(number).discussing();
    for (var form : List.of("prepare-conference", "hold-conference", "carry-out-decision")) {
      scenario.answering(form, ConferenceAnswers.to(form));
    }
    return scenario;
  }

  /** A conference that the caseworker has called. */
  private Scenario called() {
    var number = scenarios.aCase();
    actions.perform(call(number, LEAD));
    return playing(number);
  }

  private static Map<String, Object> but(String form, Map<String, ?> different) {
    Map<String, Object> answer = new HashMap<>(ConferenceAnswers.to(form));
    answer.putAll(different);
    return answer;
  }

  private Map<String, Object> failed(String outcome, List<?> people) {
    return Map.of(
        "people", people, "conferenceOutcome", outcome, "whyNot", "The road was flooded.");
  }

  private static final List<Map<String, Object>> TWO_CAME =
      List.of(
          present("SOCIAL_WORKER", "worker", LEAD),
          present("DOCTOR", "worker", Crew.of(Role.CLINICIAN)),
          person("POLICE_OFFICER", "name", "Officer Contoh"));

  private Conference only(CaseNumber number) {
    return conferences.of(number).get(0);
  }

  private List<Reason> reasons(CaseNumber number) {
    return conferences.of(number).stream()
        .filter(Conference::isOpen)
        .map(Conference::reason)
        .toList();
  }

  private List<String> titles(CaseNumber number) {
    return timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
        .map(TimelineEntry::title)
        .toList();
  }

  @Test
  void it_is_prepared_held_under_another_chair_and_each_owner_reports() {
    var dissenting =
        but(
            "hold-conference",
            Map.of(
                "decisions",
                List.of(
                    decision("Call the aunt", LEAD, 2),
                    decision("See her at the clinic", Crew.of(Role.CLINICIAN), 5)),
                "dissents",
                List.of(Map.of("who", "Officer Contoh", "what", "The aunt drinks."))));
    var scenario = called().answering("hold-conference", dissenting).runs();
    var number = scenario.number();

    assertThat(scenario.forms())
        .containsExactly(
            "prepare-conference", "hold-conference", "carry-out-decision", "carry-out-decision");
    assertThat(scenario.asked()).extracting(Scenario.Asked::user).contains(CHAIR, LEAD);
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("carry-out-decision"))
        .extracting(Scenario.Asked::user)
        .containsExactlyInAnyOrder(LEAD, Crew.of(Role.CLINICIAN));
    assertThat(only(number).heldAt()).isPresent();
    assertThat(decisions.of(only(number).id()))
        .extracting(made -> made.outcome().orElseThrow())
        .containsExactly(Decision.Outcome.DONE, Decision.Outcome.DONE);
    assertThat(titles(number))
        .contains(
            "Case conference called: permanency",
            "Case conference held",
            "Dissent of Officer Contoh",
            "Decision of a conference done");
    assertThat(scenario.isOver()).isTrue();
  }

  private Map<String, Object> decision(String text, String owner, int days) {
    return Map.of(
        "decision",
        text,
        "owner",
        owner,
        "dueOn",
        WesternIndonesia.today(clock).plusDays(days + 1).toString());
  }

  @Test
  void without_a_quorum_there_is_a_new_date_and_the_old_one_stays_on_file() {
    var scenario =
        called()
            .answering(
                "hold-conference",
                failed("NO_QUORUM", TWO_CAME),
                failed("POSTPONED", List.of(person("DOCTOR", "name", "dr. Contoh"))),
                ConferenceAnswers.to("hold-conference"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "prepare-conference",
            "hold-conference",
            "prepare-conference",
            "hold-conference",
            "prepare-conference",
            "hold-conference",
            "carry-out-decision");
    assertThat(dates.count(only(scenario.number()).id())).isEqualTo(3);
    assertThat(titles(scenario.number()))
        .contains("Case conference without a quorum: a new date", "Case conference postponed");
  }

  @Test
  void what_is_not_done_has_a_reason() {
    var scenario = called().runsUntil("carry-out-decision");
    assertThatThrownBy(
            () -> scenario.submits(LEAD, "carry-out-decision", Map.of("result", "NOT_DONE")))
        .hasMessageContaining("Why not");

    scenario.submits(
        LEAD,
        "carry-out-decision",
        Map.of("result", "NOT_DONE", "reason", "The aunt has moved away."));

    var made = decisions.of(only(scenario.number()).id()).get(0);
    assertThat(made.outcome()).contains(Decision.Outcome.NOT_DONE);
    assertThatThrownBy(() -> decisions.report(made.id(), Decision.Outcome.DONE, "It was.", LEAD))
        .isInstanceOf(ConferenceOver.class);
  }

  @Test
  void a_decision_is_due_on_its_day_and_its_owner_is_the_only_one() {
    var scenario = called().runsUntil("carry-out-decision");
    var made = decisions.of(only(scenario.number()).id()).get(0);
    var due =
        database
            .sql(
                """
                SELECT (target_at AT TIME ZONE 'Asia/Jakarta')::text FROM deadlines
                WHERE case_number = ? AND step = 'UserTask_CarryOutDecision'
                """)
            .param(scenario.number().value())
            .query(String.class)
            .single();

    assertThat(due).isEqualTo(made.dueOn() + " 23:59:00");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.SUPERVISOR),
                    "carry-out-decision",
                    Map.of("result", "DONE", "done", "I did it.")))
        .hasStackTraceContaining("was asked to do this");
  }

  @Test
  void who_leads_the_case_does_not_chair() {
    var scenario = called().runsUntil("prepare-conference");
    var number = scenario.number();

    assertThat(checked("prepare-conference", number, Map.of("chair", LEAD)))
        .contains("Whoever leads the case does not chair its conference; choose somebody else.");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.SUPERVISOR),
                    "prepare-conference",
                    but("prepare-conference", Map.of("chair", LEAD))))
        .hasMessageContaining("listed options");
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO conference_dates (conference_id, ordinal, chair, planned_at,
                          place, client_invited, prepared_by, prepared_at, record_id)
                        VALUES (?, 1, ?, '2999-01-01', 'x', 'PERSON', 'x', '2998-01-01', ?)
                        """)
                    .param(only(number).id())
                    .param(LEAD)
                    .param(grants.record(number))
                    .update())
        .hasMessageContaining("Whoever leads the case does not chair");
  }

  private List<String> checked(String form, CaseNumber number, Map<String, ?> different) {
    return checkedAs(CHAIR, form, number, different);
  }

  private List<String> checkedAs(
      String user, String form, CaseNumber number, Map<String, ?> different) {
    var refusals = new Refusals();
    var context =
        new FormContext(
            form,
            Optional.of(number.value()),
            Optional.empty(),
            Map.of("conferenceId", only(number).id().toString()),
            user);
    rules.check(
        new Submission(grants.record(number), context, clock.instant(), but(form, different)),
        refusals);
    return messages(refusals);
  }

  @Test
  void who_leads_the_case_meanwhile_holds_nothing() {
    var scenario = called().runsUntil("hold-conference");

    assertThat(checkedAs(LEAD, "hold-conference", scenario.number(), Map.of()))
        .singleElement()
        .asString()
        .startsWith("You lead this case now, so somebody else has to chair.");
  }

  @Test
  void an_invitation_is_for_three_professions_in_the_time_to_come() {
    var number = called().number();

    assertThat(checked("prepare-conference", number, Map.of())).isEmpty();
    assertThat(
            checked(
                "prepare-conference",
                number,
                Map.of(
                    "plannedAt",
                    at(clock.instant().minus(Duration.ofHours(1))),
                    "people",
                    List.of(
                        person("DOCTOR", "worker", Crew.of(Role.CLINICIAN)),
                        person("DOCTOR", "worker", Crew.of(Role.CLINICIAN)),
                        Map.of("profession", "NURSE")))))
        .containsExactlyInAnyOrder(
            "This time has passed; choose a later one.",
            "This person is in the list already; remove the row.",
            "Either choose a colleague, or write the name of somebody from outside.",
            "Invite at least three different professions: with fewer there is no quorum.");
  }

  @Test
  void a_meeting_without_a_quorum_decides_nothing() {
    var number = called().runsUntil("hold-conference").number();

    assertThat(checked("hold-conference", number, Map.of("people", TWO_CAME)))
        .containsExactly(
            "Three different professions have to be there to decide; present are 2. Tick who was"
                + " there, or choose \"Too few came\": then there is a new date.");
    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of("conferenceOutcome", "NO_QUORUM", "whyNot", "Nobody came.")))
        .singleElement()
        .asString()
        .contains("which is a quorum");
    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of("conferenceOutcome", "POSTPONED", "whyNot", "Nobody came.")))
        .singleElement()
        .asString()
        .contains("Somebody is ticked as present");
  }

  @Test
  void a_decision_has_an_owner_and_a_day() {
    var scenario = called().runsUntil("hold-conference");
    var number = scenario.number();

    assertThat(checked("hold-conference", number, Map.of("decisions", List.of())))
        .singleElement()
        .asString()
        .startsWith("Write down at least one decision");
    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of(
                    "beganAt",
                    at(clock.instant().plus(Duration.ofDays(1))),
                    "decisions",
                    List.of(decision("Call the aunt", LEAD, -9)))))
        .containsExactlyInAnyOrder(
            "This time is still to come; correct it.", "This day is over; choose a later one.");
    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of("beganAt", at(clock.instant().minus(Duration.ofDays(1))))))
        .containsExactly("The conference was called later than this; correct the time.");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    CHAIR,
                    "hold-conference",
                    but(
                        "hold-conference",
                        Map.of("decisions", List.of(Map.of("decision", "Call the aunt"))))))
        .hasMessageContaining("By whom?");
  }

  @Test
  void an_owner_works_here_and_may_see_the_case() {
    var number = called().runsUntil("hold-conference").number();
    cases.seal(number, "Sexual violence", LEAD);

    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of(
                    "people",
                    List.of(
                        present("SOCIAL_WORKER", "worker", LEAD),
                        present("DOCTOR", "name", "dr. Contoh"),
                        present("POLICE_OFFICER", "name", "Officer Contoh")),
                    "decisions",
                    List.of(decision("See her", Crew.of(Role.CLINICIAN), 2)))))
        .singleElement()
        .asString()
        .contains("may not see this sealed case");
    assertThat(
            checked(
                "hold-conference",
                number,
                Map.of("decisions", List.of(decision("Pay", Crew.of(Role.FINANCE_OFFICER), 2)))))
        .anyMatch(sentence -> sentence.contains("does not work on cases of this agency"));
  }

  @Test
  void the_task_of_an_owner_who_has_left_is_the_supervisors() {
    var scenario = called().runsUntil("prepare-conference");
    var leaving = Crew.of(Role.COURT_LIAISON);
    scenario.answering(
        "hold-conference",
        but("hold-conference", Map.of("decisions", List.of(decision("Ask", leaving, 2)))));
    scenario.runsUntil("carry-out-decision");
    try {
      database.sql("UPDATE workers SET active = false WHERE user_id = ?").param(leaving).update();
      events.publishEvent(new WorkerSaved(workers.find(leaving).orElseThrow()));

      scenario.runs();

      assertThat(scenario.asked())
          .filteredOn(asked -> asked.form().equals("carry-out-decision"))
          .extracting(Scenario.Asked::user)
          .containsExactly(Crew.of(Role.SUPERVISOR));
    } finally {
      database.sql("UPDATE workers SET active = true WHERE user_id = ?").param(leaving).update();
    }
  }

  @Test
  void caseworker_and_supervisor_call_it_and_nobody_else() {
    var number = scenarios.aCase();

    assertThat(refused(call(number, LEAD))).isEmpty();
    assertThat(refused(call(number, Crew.of(Role.SUPERVISOR)))).isEmpty();
    assertThat(refused(call(number, Crew.of(Role.CLINICIAN))))
        .singleElement()
        .asString()
        .startsWith("Only the caseworker of the case, a deputy or a supervisor");

    actions.perform(call(number, LEAD));
    assertThat(refused(call(number, LEAD)))
        .containsExactly("A conference is called for this already, and not held yet.");
    assertThatThrownBy(() -> cases.close(number, ClosureReason.GOALS_MET, LEAD))
        .hasMessageStartingWith("A case conference is owed; hold it before you close the case");
    cases.close(number, ClosureReason.DUPLICATE, LEAD);
    assertThat(refused(call(number, LEAD)))
        .contains("The case is closed. Ask the supervisor to reopen it.");
  }

  @Test
  void whoever_stands_in_for_the_caseworker_calls_it_on_the_case_page_and_only_then() {
    var number = scenarios.aCase();
    var deputy = LEAD + "-deputy";
    for (var sql :
        new String[] {
          "INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)"
              + " VALUES ('%s', 'Pekerja pengganti', 'scene-office', 'STR-%1$s', '2099-12-31')",
          "INSERT INTO worker_roles VALUES ('%s', 'CASEWORKER')",
          "INSERT INTO worker_teams VALUES ('%s', 'scene-team', 'scene-office')"
        }) {
      database.sql(sql.formatted(deputy)).update();
    }
    try {
      assertThatThrownBy(() -> callsOnTheCasePage(number, deputy))
          .hasMessageContaining("Only the caseworker of the case, a deputy or a supervisor");
      database
          .sql(
              "INSERT INTO absences (user_id, first_day, last_day, deputy)"
                  + " VALUES (:user, '2020-01-01', '2099-12-31', :deputy)")
          .param("user", LEAD)
          .param("deputy", deputy)
          .update();

      callsOnTheCasePage(number, deputy);

      assertThat(reasons(number)).containsExactly(Reason.PERMANENCY);
      assertThat(timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 100))
          .anyMatch(
              entry ->
                  entry.title().equals("Case conference called: permanency")
                      && entry.by().equals(Optional.of("Pekerja pengganti")));
    } finally {
      database.sql("DELETE FROM absences WHERE user_id = :user").param("user", LEAD).update();
      database.sql("UPDATE workers SET active = false WHERE user_id = ?").param(deputy).update();
    }
  }

  private void callsOnTheCasePage(CaseNumber number, String user) {
    engine
        .getIdentityService()
        .setAuthentication(user, List.of(Role.CASEWORKER.key(), "scene-team"));
    try {
      casePage.submit(
          number.value(),
          "call-case-conference",
          Map.of("reason", "PERMANENCY", "purpose", "Can she live with her aunt for good?"));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void there_is_one_open_conference_for_a_reason() {
    var scenario = called();
    var number = scenario.number();

    assertThat(conferences.call(number, Reason.PERMANENCY, "Again", LEAD, grants.record(number)))
        .isFalse();
    assertThat(conferences.of(number)).hasSize(1);
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO conferences (id, case_number, episode, reason, called_by,
                          purpose, called_at)
                        VALUES (?, ?, 1, 'PERMANENCY', 'x', 'x', now())
                        """)
                    .param(UUID.randomUUID())
                    .param(number.value())
                    .update())
        .hasMessageContaining("conferences_one_open_for_a_reason");

    scenario.runs();
    assertThat(conferences.call(number, Reason.PERMANENCY, "Again", LEAD, grants.record(number)))
        .as("after the first was held")
        .isTrue();
  }

  @Test
  void however_many_facts_demand_it_at_once_it_is_called_once() {
    var number = scenarios.aCase();
    var rivals =
        transaction.execute(
            status -> {
              conferences.require(number, Reason.AGENCIES, Optional.empty());
              var calling =
                  Stream.of(1, 2)
                      .map(
                          each ->
                              CompletableFuture.runAsync(
                                  () ->
                                      conferences.require(
                                          number, Reason.AGENCIES, Optional.empty())))
                      .toList();
              Rivals.await(database, 2);
              return calling;
            });
    Objects.requireNonNull(rivals).forEach(CompletableFuture::join);

    assertThat(reasons(number)).containsExactly(Reason.AGENCIES);
    assertThat(playing(number).runs().forms()).containsOnlyOnce("prepare-conference");
  }

  @Test
  void an_emergency_is_discussed_once_for_each_time_that_it_becomes_one() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    assertThat(reasons(number)).containsExactly(Reason.EMERGENCY);
    playing(number).runs();
    assertThat(reasons(number)).isEmpty();

    var supervisor = Crew.of(Role.SUPERVISOR);
    risks.lower(number, RiskLevel.HIGH, "He has left.", supervisor, Optional.empty());
    risks.raise(number, RiskLevel.EMERGENCY, "He is back.", supervisor, Optional.empty());

    assertThat(reasons(number)).containsExactly(Reason.EMERGENCY);
  }

  @Test
  void a_measure_is_discussed_and_no_longer_when_it_is_not_approved() {
    var number = measures.aCaseWithAttempts();
    var guard = measures.guarding(number).discussing().runsUntil("give-second-opinion");
    assertThat(reasons(number)).containsExactly(Reason.COERCION);
    assertThat(only(number).measure()).contains(measures.of(number));

    guard.submits(
        Crew.of(Role.CLINICIAN),
        "give-second-opinion",
        Map.of("opinion", "A talk is enough.", "agrees", "NO"));
    assertThat(only(number).calledOff()).isTrue();
    assertThat(guard.running()).doesNotContain("case-conference");
  }

  @Test
  void a_placement_is_discussed_as_one() {
    var number = measures.aCaseWithAttempts();
    var request = measures.request("INSTITUTION_PLACEMENT", "COURT_MEASURE", Duration.ofDays(10));
    request.put("orderEndsAt", Measures.quarter(clock.instant().plus(Duration.ofDays(20))));
    measures
        .guarding(number)
        .discussing()
        .answering("request-measure", request)
        .runsUntil("give-second-opinion");

    assertThat(reasons(number)).containsExactly(Reason.PLACEMENT);
  }

  @Test
  void three_agencies_discuss_the_case_together() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    accepts(number, "Polsek Adegan");
    accepts(number, "POLSEK ADEGAN ");
    assertThat(reasons(number)).doesNotContain(Reason.AGENCIES);

    accepts(number, "RSUD Adegan");
    assertThat(reasons(number)).contains(Reason.AGENCIES);
    scenarios.resume(number).runsUntil("note-referral-answer");

    accepts(number, "Klinik Adegan");
    assertThat(reasons(number)).as("they have met").doesNotContain(Reason.AGENCIES);
  }

  private void accepts(CaseNumber number, String agency) {
    var referral =
        referrals.offer(
            new Offer(
                number,
                Referral.Scope.PART,
                new Disclosure(
                    Recipient.POLICE, agency, SharingPurpose.EMERGENCY_PROTECTION, "In danger."),
                "0800",
                "She is in danger.",
                true,
                clock.instant().plus(Duration.ofDays(1)),
                LEAD,
                grants.record(number)));
    referrals.answer(
        referral,
        new Answer(
            Answer.Kind.ACCEPTED,
            Optional.of(WesternIndonesia.today(clock)),
            Optional.of("Somebody"),
            Optional.empty(),
            LEAD,
            grants.record(number)));
  }

  @Test
  void a_plan_that_is_overdue_twice_is_discussed() {
    var number = scenarios.aCase();
    late(number, "UserTask_WriteCasePlan", "first");
    assertThat(reasons(number)).isEmpty();
    late(number, "UserTask_MeetPerson", "first");
    assertThat(reasons(number)).isEmpty();

    late(number, "UserTask_ApproveCasePlan", "first");

    assertThat(reasons(number)).containsExactly(Reason.PLAN_OVERDUE);
  }

  /** As the ladder of escalation enters and tells it. */
  private void late(CaseNumber number, String step, String occurrence) {
    var deadline = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO deadlines (id, case_number, step, step_name, task_id, occurrence,
              counted_in, first_remind_at, first_target_at, first_fatal_at, remind_at, target_at,
              fatal_at, set_at)
            VALUES (:id, :number, :step, 'A step', :id::text, :occurrence, 'ROUND_THE_CLOCK',
              :now, :now, :now, :now, :now, :now, :now)
            """)
        .param("id", deadline)
        .param("number", number.value())
        .param("step", step)
        .param("occurrence", occurrence)
        .param("now", Row.at(clock.instant()))
        .update();
    database
        .sql(
            """
            INSERT INTO escalations (id, deadline_id, case_number, step, occurrence, rung, due_at,
              escalated_at, told)
            VALUES (:id, :deadline, :number, :step, :occurrence, 'SUPERVISOR', :now, :now, '{}')
            """)
        .param("id", UUID.randomUUID())
        .param("deadline", deadline)
        .param("number", number.value())
        .param("step", step)
        .param("occurrence", occurrence)
        .param("now", Row.at(clock.instant()))
        .update();
    events.publishEvent(new StepEscalated(number, step));
  }

  @Test
  void a_death_is_discussed_and_nothing_else_any_more() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    var scenario = playing(number).runsUntil("hold-conference");

    Platform.run(() -> mandatory.died(number));

    assertThat(reasons(number)).containsExactly(Reason.DEATH);
    cases.close(number, ClosureReason.DECEASED, LEAD);
    assertThat(reasons(number)).as("after the end of the case").containsExactly(Reason.DEATH);
    scenario.runs();
    assertThat(reasons(number)).isEmpty();
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void an_injury_is_discussed_and_an_incident_without_one_is_not() {
    var number = scenarios.aCase();
    mandatory.recordedInRegister(entry(number, ForceEntry.Injured.NOBODY));
    assertThat(reasons(number)).isEmpty();

    mandatory.recordedInRegister(entry(number, ForceEntry.Injured.OTHERS));

    assertThat(reasons(number)).containsExactly(Reason.SERIOUS_INCIDENT);
  }

  private ForceEntry entry(CaseNumber number, ForceEntry.Injured injured) {
    return new ForceEntry(
        number,
        UUID.randomUUID(),
        ForceEntry.Kind.INCIDENT,
        clock.instant(),
        Optional.empty(),
        "He fell.",
        "Two",
        injured,
        Optional.empty(),
        LEAD,
        Optional.empty());
  }

  private List<String> closing(CaseNumber number, String reason) {
    var refusals = new Refusals();
    closureRules.check(
        said("prepare-closure", number, LEAD, Map.of("closureReason", reason)), refusals);
    return messages(refusals);
  }

  @Test
  void a_case_is_not_closed_before_it_was_discussed() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    assertThat(closing(number, "GOALS_MET"))
        .containsExactly(
            "A case conference has to be held before this case is closed (emergency). Hold it, or"
                + " ask the supervisor for its date.");
    assertThat(closing(number, "DUPLICATE")).isEmpty();
    assertThat(closing(number, "DECEASED")).isEmpty();

    playing(number).runs();
    assertThat(closing(number, "GOALS_MET")).isEmpty();
    conferences.call(number, Reason.OTHER, "How to go on?", LEAD, grants.record(number));
    assertThat(closing(number, "GOALS_MET")).as("nobody has to hold this one").isEmpty();
  }

  @Test
  void what_a_closed_case_has_left_to_do_is_called_off() {
    var scenario = called().runsUntil("carry-out-decision");

    cases.close(scenario.number(), ClosureReason.MOVED, LEAD);

    assertThat(scenario.isOver()).isTrue();
    assertThat(decisions.of(only(scenario.number()).id()))
        .extracting(made -> made.outcome().orElseThrow())
        .containsExactly(Decision.Outcome.CALLED_OFF);
  }

  @Test
  void the_database_holds_no_conference_without_a_quorum_and_changes_nothing() {
    var scenario = called().runsUntil("hold-conference");
    var number = scenario.number();
    var id = only(number).id();
    var hold =
        """
        UPDATE conference_dates SET outcome = 'HELD', began_at = prepared_at, minutes = 'x',
          client_view = 'x', closed_by = 'x', closed_at = '2998-01-01', closing_record_id = record_id
        WHERE conference_id = ?
        """;
    refuses(hold, id, "three different professions");
    refuses("UPDATE conferences SET held_at = called_at WHERE id = ?", id, "with a quorum");
    refuses(
        "INSERT INTO conference_dissents VALUES (gen_random_uuid(), ?, 1, 'x', 'x', 'x', now())",
        id,
        "Only a conference that was held");

    scenario.runs();
    refuses(
        "UPDATE conference_decisions SET report = 'x' WHERE conference_id = ?",
        id,
        "never changed");
    refuses(
        "UPDATE conference_dates SET minutes = 'x' WHERE conference_id = ?", id, "never changed");
    refuses(
        "UPDATE conference_participants SET present = false WHERE conference_id = ?",
        id,
        "never changed");
    refuses("DELETE FROM conferences WHERE id = ?", id, "never changed");
    refuses(
        """
        INSERT INTO conference_participants (id, conference_id, date_ordinal, profession, name,
          invited, present)
        VALUES (gen_random_uuid(), ?, 1, 'NURSE', 'x', true, true)
        """,
        id,
        "Who was there is not changed any more");
  }

  private void refuses(String sql, UUID id, String because) {
    assertThatThrownBy(() -> database.sql(sql).param(id).update()).hasMessageContaining(because);
  }
}
