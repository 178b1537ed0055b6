package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.casework.WesternIndonesia;
import org.alur.coercion.CoerciveMeasures;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.objections.Objection;
import org.alur.objections.ObjectionPending;
import org.alur.objections.Objections;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Measures;
import org.alur.support.Rivals;
import org.alur.support.Scenario;
import org.alur.support.Visitor;
import org.alur.workload.ClaimRefused;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ObjectionProcessTest extends ProcessScenarios {

  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);
  private static final String OTHER_SUPERVISOR = SUPERVISOR + "-2";
  private static final String HEAD = Crew.of(Role.AGENCY_HEAD);
  private static final String OTHER_HEAD = HEAD + "-2";

  private static final Map<String, Object> REJECTED =
      Map.of(
          "clientHeard",
          true,
          "clientView",
          "He wants to go home.",
          "outcome",
          "REJECTED",
          "reasons",
          "The danger on the railway is still there.",
          "personTold",
          true);
  private static final Map<String, Object> UPHELD =
      with(REJECTED, Map.of("outcome", "UPHELD", "reasons", "The shelter takes him now."));
  private static final Map<String, Object> APPEAL_REJECTED =
      Map.of("appealOutcome", "REJECTED", "reasons", "The answer was right.", "personTold", true);
  private static final Map<String, Object> APPEAL_UPHELD =
      with(APPEAL_REJECTED, Map.of("appealOutcome", "UPHELD"));
  private static final String FIND_HEAD = "find-independent-head";
  private static final Map<String, Object> FOUND = Map.of("arranged", "By letter of the governor.");
  private static final Map<String, Object> CARRIED_OUT =
      Map.of("carriedOut", "He may come and go again; the shelter knows.", "personTold", true);
  private static final Map<String, Object> CLARIFIED =
      Map.of("cause", "Both were on leave.", "prevention", "A deputy is named.");

  @LocalServerPort int port;
  @Autowired Crew crew;
  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;
  @Autowired Objections objections;
  @Autowired ObjectionForms forms;
  @Autowired ObjectionSweep sweep;
  @Autowired Grants grants;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  ObjectionProcessTest() {
    super("objection");
  }

  @BeforeEach
  void log_in() {
    crew.getsLogins();
  }

  /** Other tests of the shared application go on with both supervisors and the usual holidays. */
  @AfterEach
  void everybody_is_back() {
    works(OTHER_SUPERVISOR, true);
    works(OTHER_HEAD, true);
    database.sql("DELETE FROM holidays WHERE name = 'Hari adegan'").update();
  }

  // Answers

  @Test
  void upheld_by_a_supervisor_without_part_in_it_the_measure_ends_at_once_and_its_guard_too() {
    var scenario = objected();
    scenario.answering("answer-objection", UPHELD).runsUntilNobodyIsAsked();

    assertThat(answeredBy(scenario, "answer-objection")).containsExactly(OTHER_SUPERVISOR);
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
    assertThat(file.isAnyInForce(scenario.number())).isFalse();
    assertThat(scenario.passed())
        .contains("UserTask_ReviewMeasureEarly", "EndEvent_ObjectionUpheld")
        .contains("EndEvent_MeasureEnded");
    assertThat(scenario.isOver()).isTrue();
    assertThat(reviews(scenario.number())).containsExactly("END " + OTHER_SUPERVISOR);
  }

  @Test
  void rejected_the_measure_goes_on_was_reviewed_early_and_the_answer_stands_after_ten_days() {
    var scenario = objected();
    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();

    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");
    assertThat(reviews(scenario.number())).containsExactly("CONTINUE " + OTHER_SUPERVISOR);

    scenario.answering("review-measure", review()).runs();
    assertThat(scenario.passed()).contains("EndEvent_NotAppealed");
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void an_appeal_goes_to_the_head_and_ends_the_measure_if_it_is_upheld() {
    var scenario = objected();
    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    assertThat(appeal(scenario.number(), only(scenario.number()))).startsWith("201");
    scenario.answering("decide-appeal", APPEAL_UPHELD).runsUntilNobodyIsAsked();

    assertThat(answeredBy(scenario, "decide-appeal")).containsExactly(HEAD);
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void without_a_supervisor_who_had_no_part_the_head_answers_and_another_head_the_appeal() {
    works(OTHER_SUPERVISOR, false);
    var scenario = objected();
    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    appeal(scenario.number(), only(scenario.number()));
    scenario.answering("decide-appeal", APPEAL_REJECTED).runsUntilNobodyIsAsked();

    assertThat(scenario.passed())
        .contains("UserTask_AnswerObjectionAsHead", "EndEvent_AnswerStands");
    assertThat(answeredBy(scenario, "answer-objection")).containsExactly(HEAD);
    assertThat(answeredBy(scenario, "decide-appeal")).containsExactly(OTHER_HEAD);
    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");
  }

  @Test
  void if_everybody_had_a_part_the_supervisor_hears_of_it_at_once_and_finds_an_acting_head() {
    works(OTHER_SUPERVISOR, false);
    works(OTHER_HEAD, false);
    var scenario = objectedToALongMeasure();
    var ends = objection(scenario.number()).answerEndsAt();
    assertThatThrownBy(() -> scenario.submits(SUPERVISOR, FIND_HEAD, FOUND))
        .hasMessageContaining("nobody could answer yet");

    scenario.waits(Duration.ofDays(3));
    works(OTHER_HEAD, true);
    scenario.submits(SUPERVISOR, FIND_HEAD, FOUND);
    assertThat(legalEnd(scenario.number(), "UserTask_AnswerObjectionAsHead")).isEqualTo(day(ends));
    scenario.answering("answer-objection", UPHELD).runsUntilNobodyIsAsked();

    assertThat(answeredBy(scenario, "answer-objection")).containsExactly(OTHER_HEAD);
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
  }

  @Test
  void for_an_appeal_an_acting_head_is_found_too_and_until_then_the_time_runs() {
    works(OTHER_HEAD, false);
    var scenario = objectedToALongMeasure();
    scenario
        .answering("answer-objection", REJECTED)
        .leaving("review-measure")
        .leaving(FIND_HEAD)
        .runsUntilNobodyIsAsked();
    appeal(scenario.number(), only(scenario.number()));
    scenario.waits(Duration.ofDays(1));
    works(OTHER_HEAD, true);
    scenario.submits(SUPERVISOR, FIND_HEAD, FOUND);
    assertThat(legalEnd(scenario.number(), "UserTask_DecideAppeal"))
        .isEqualTo(day(objection(scenario.number()).endOf(Objection.Step.APPEAL)));
    scenario.answering("decide-appeal", APPEAL_UPHELD).runsUntilNobodyIsAsked();

    assertThat(answeredBy(scenario, "decide-appeal")).containsExactly(OTHER_HEAD);
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
  }

  @Test
  void a_decision_that_was_wrong_is_put_right_by_the_head() {
    var scenario = objectedToADecision();
    scenario.answering("answer-objection", UPHELD).answering("carry-out-grant", CARRIED_OUT).runs();

    assertThat(scenario.passed())
        .contains("UserTask_AnswerObjection", "EndEvent_GrantCarriedOut")
        .doesNotContain("UserTask_ClarifySilence");
    assertThat(scenario.isOver()).isTrue();
    assertThat(timeline(scenario.number()))
        .contains("Objection upheld", "Granted objection carried out", "The payments stopped");
  }

  // Silence

  @Test
  void what_nobody_answers_in_time_counts_as_granted_and_the_measure_ends() {
    var scenario = objectedToALongMeasure();
    var ends = objection(scenario.number()).answerEndsAt();
    silent(scenario).runsUntil("carry-out-grant");

    assertThat(clock.instant()).isBetween(ends, ends.plusSeconds(1));
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
    assertThat(file.isAnyInForce(scenario.number())).isFalse();
    assertThat(objection(scenario.number()).unanswered()).contains(Objection.Step.ANSWER);
    scenario.runs();
    assertThat(scenario.asked())
        .extracting(asked -> asked.role() + " " + asked.form())
        .contains("agency-head carry-out-grant", "supervisor clarify-silence");
    assertThat(scenario.isOver()).isTrue();
    assertThat(timeline(scenario.number())).contains("so it counts as granted");
  }

  @Test
  void silence_about_a_decision_and_about_an_appeal_counts_as_granted_too() {
    var answer = objectedToADecision();
    silent(answer).runs();
    assertThat(answer.passed())
        .contains("BoundaryEvent_AnswerTimeOver", "EndEvent_SilenceClarified");

    ClockUtil.reset();
    var appealed = objectedToALongMeasure();
    appealed
        .answering("answer-objection", REJECTED)
        .leaving("review-measure")
        .runsUntilNobodyIsAsked();
    appeal(appealed.number(), only(appealed.number()));
    silent(appealed).leaving("decide-appeal").runs();
    assertThat(appealed.passed()).contains("BoundaryEvent_AppealDecisionTimeOver");
    assertThat(objection(appealed.number()).unanswered()).contains(Objection.Step.APPEAL);
    assertThat(measures.status(appealed.number())).containsExactly("ENDED OBJECTION_UPHELD");
  }

  @Test
  void the_head_has_five_working_days_to_carry_out_what_is_granted_and_nobody_puts_that_off() {
    var scenario = objectedToADecision();
    silent(scenario).runsUntil("carry-out-grant");

    var until =
        database
            .sql(
                """
                SELECT legal_until FROM deadlines
                WHERE case_number = :number AND step = 'UserTask_CarryOutGrant'
                  AND legal_basis = 'UU 30/2014 art. 77, 78'
                """)
            .param("number", scenario.number().value())
            .query(OffsetDateTime.class)
            .single();
    var today = LocalDate.ofInstant(clock.instant(), WesternIndonesia.ZONE);
    assertThat(until.minusMinutes(1).atZoneSameInstant(WesternIndonesia.ZONE).toLocalDate())
        .isEqualTo(workingDaysAfter(today, 5));
  }

  @Test
  void after_the_time_nobody_answers_any_more_even_if_the_timer_is_late() {
    var scenario = objectedToALongMeasure();
    scenario.waits(Duration.ofDays(25));

    assertThatThrownBy(() -> scenario.submits(OTHER_SUPERVISOR, "answer-objection", REJECTED))
        .hasMessageContaining("the objection counts as granted");
  }

  @Test
  void silence_ends_the_measure_even_if_no_process_says_so() {
    var scenario = objectedToALongMeasure();
    sweep.grantWhatIsOver();
    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");

    scenario.waits(Duration.ofDays(25));
    sweep.grantWhatIsOver();
    sweep.grantWhatIsOver();
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");

    silent(scenario).runs();
    assertThat(scenario.passed()).contains("ServiceTask_RecordSilence", "EndEvent_MeasureEnded");
    assertThat(scenario.isOver()).isTrue();
  }

  // Time

  /** 21 November 2026 is a Saturday; 24 and 25 December are free, 9 March in this office only. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-16T03:00:00Z, 2026-11-30",
    "2026-11-20T18:00:00Z, 2026-12-04",
    "2026-12-14T03:00:00Z, 2026-12-30",
    "2027-03-01T16:30:00Z, 2027-03-16",
  })
  void ten_working_days_of_the_office_are_counted_by_its_calendar(Instant now, LocalDate last) {
    // A case of another year would stay the newest of the shared application.
    var number = scenarios.aCase();
    at(now);
    database
        .sql(
            """
            INSERT INTO holidays (id, day, region_code, name)
            VALUES ('2027-03-09-00.09', '2027-03-09', '00.09', 'Hari adegan')
            ON CONFLICT DO NOTHING
            """)
        .update();
    assertThat(objectedToADecision(number)).startsWith("201");
    var ends = objection(number).answerEndsAt();
    assertThat(LocalDate.ofInstant(ends, WesternIndonesia.ZONE)).isEqualTo(last);
  }

  @Test
  void a_decision_is_objected_to_within_21_working_days_and_a_measure_in_force_at_any_time() {
    var number = scenarios.aCase();
    var today = LocalDate.ofInstant(clock.instant(), WesternIndonesia.ZONE);

    assertThat(lodge(number, decision(today.plusDays(1))))
        .startsWith("400")
        .contains("still to come");
    assertThat(lodge(number, decision(today.minusDays(90))))
        .startsWith("400")
        .contains("21 working days", "Ombudsman");
    assertThat(lodge(number, decision(LocalDate.of(1999, 1, 1)))).startsWith("400");
    assertThat(lodge(number, decision(today.minusDays(20)))).startsWith("201");

    var old = longMeasure().leaving("review-measure").waits(Duration.ofDays(35));
    assertThat(lodge(old.number(), measure(old.number()))).startsWith("201");

    ClockUtil.reset();
    var ended = measures.inForce();
    ended.answering("review-measure", review()).runs().waits(Duration.ofDays(60));
    assertThat(lodge(ended.number(), measure(ended.number())))
        .startsWith("400")
        .contains("21 working days");
  }

  @Test
  void an_appeal_comes_in_time_and_once() {
    var scenario = objected();
    var id = only(scenario.number());
    assertThat(appeal(scenario.number(), id)).startsWith("400");

    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    assertThat(appeal(scenario.number(), id)).startsWith("201");
    assertThat(appeal(scenario.number(), id)).startsWith("400");

    var late = objected();
    late.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    late.waits(Duration.ofDays(30));
    assertThat(appeal(late.number(), only(late.number()))).startsWith("400");
  }

  // Identity

  /** Whoever had a part is refused by each door, whoever had none by none. */
  @ParameterizedTest
  @CsvSource({
    "scene-caseworker,    true",
    "scene-clinician,     true",
    "scene-supervisor,    true",
    "scene-agency-head,   true",
    "scene-supervisor-2,  false",
    "scene-agency-head-2, false",
  })
  void nobody_who_had_a_part_answers_by_any_door(String user, boolean partial) {
    var scenario = objectedToALongMeasure();
    var id = UUID.fromString(only(scenario.number()));

    assertThat(objections.isPartial(id, user)).isEqualTo(partial);
    assertThat(refusedByTheForm(id, user)).isEqualTo(partial);
    if (partial) {
      assertThatThrownBy(() -> scenario.submits(user, "answer-objection", REJECTED))
          .isInstanceOf(ClaimRefused.class);
      assertThatThrownBy(() -> answerInTheDatabase(id, user))
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("had a part in");
      assertThatThrownBy(() -> withdrawInTheDatabase(id, user))
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("had a part in");
    } else {
      answerInTheDatabase(id, user);
    }
  }

  @Test
  void who_led_the_case_before_is_not_independent_and_who_answered_does_not_decide_the_appeal() {
    var scenario = objected();
    var id = UUID.fromString(only(scenario.number()));
    database
        .sql(
            """
            INSERT INTO case_changes (case_number, what, old_value, new_value, changed_by,
              changed_at)
            VALUES (:number, 'LEAD', 'scene-volunteer', :lead, 'test', :now)
            """)
        .param("number", scenario.number().value())
        .param("lead", CASEWORKER)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    assertThat(objections.isPartial(id, "scene-volunteer")).isTrue();

    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    assertThat(objections.isPartial(id, OTHER_SUPERVISOR)).isTrue();
  }

  @Test
  void a_supervisor_who_approved_the_measure_reads_why_they_do_not_answer() {
    var scenario = objected();

    assertThatThrownBy(() -> scenario.submits(SUPERVISOR, "answer-objection", REJECTED))
        .hasMessageContaining("You had a part in what is objected to");
  }

  // What happens in between

  @Test
  void two_at_once_are_answered_each_by_itself() {
    var scenario = objected();
    var first = only(scenario.number());
    var family = with(measure(scenario.number()), Map.of("lodgedBy", "FAMILY"));
    assertThat(lodge(scenario.number(), family)).startsWith("201");
    var second = ids(scenario.number()).stream().filter(id -> !id.equals(first)).findFirst();
    scenario.answering("answer-objection", REJECTED, REJECTED).runsUntilNobodyIsAsked();
    assertThat(answeredBy(scenario, "answer-objection"))
        .containsExactly(OTHER_SUPERVISOR, OTHER_SUPERVISOR);

    assertThat(appeal(scenario.number(), second.orElseThrow())).startsWith("201");
    scenario.answering("decide-appeal", APPEAL_UPHELD).runsUntilNobodyIsAsked();
    assertThat(measures.status(scenario.number())).containsExactly("ENDED OBJECTION_UPHELD");
    assertThat(objections.get(UUID.fromString(first)).appeal()).isEmpty();

    assertThat(appeal(scenario.number(), first)).startsWith("201");
    scenario
        .answering("decide-appeal", APPEAL_UPHELD)
        .answering("carry-out-grant", CARRIED_OUT)
        .runs();
    assertThat(scenario.forms()).contains("carry-out-grant");
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void the_same_person_objects_to_the_same_thing_once_until_it_is_answered() {
    var scenario = objected();
    var number = scenario.number();
    assertThat(lodge(number, measure(number))).startsWith("409").contains("not taken twice");
    assertThat(objectedToADecision(number)).startsWith("201");
    assertThat(objectedToADecision(number)).startsWith("409");
    var brother = with(measure(number), Map.of("lodgedBy", "FAMILY", "grounds", "He was asleep."));
    var sister = with(brother, Map.of("grounds", "He did nothing."));
    assertThat(lodge(number, brother)).startsWith("201");
    assertThat(lodge(number, sister)).startsWith("201");
    assertThat(lodge(number, sister)).startsWith("409");
    assertThat(ids(number)).hasSize(4);
  }

  @Test
  void an_objection_that_is_appealed_is_not_lodged_anew_but_after_its_end_it_is() {
    var scenario = objected();
    var number = scenario.number();
    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    appeal(number, only(number));
    assertThat(lodge(number, measure(number))).startsWith("409");

    scenario.answering("decide-appeal", APPEAL_REJECTED).runsUntilNobodyIsAsked();
    assertThat(lodge(number, measure(number))).startsWith("201");
  }

  @Test
  void of_two_that_come_at_the_same_moment_one_is_taken() {
    var number = scenarios.aCase();
    var lodged = lodged(number);
    var second =
        transactions.execute(
            first -> {
              objections.lodge(lodged, clock.instant().plusSeconds(60));
              var rival =
                  CompletableFuture.runAsync(
                      () -> objections.lodge(lodged, clock.instant().plusSeconds(60)));
              Rivals.await(database, 1);
              return rival;
            });
    assertThat(second).isNotNull();
    assertThatThrownBy(second::join).hasCauseInstanceOf(ObjectionPending.class);
    assertThat(ids(number)).hasSize(1);
  }

  @Test
  void the_case_page_offers_appeals_and_withdrawals_only_where_there_is_one() {
    assertThat(open(scenarios.aCase())).isEmpty();

    var scenario = objected();
    assertThat(open(scenario.number())).containsExactly("appealable false, withdrawable true");
    scenario.answering("answer-objection", REJECTED).runsUntilNobodyIsAsked();
    assertThat(open(scenario.number())).containsExactly("appealable true, withdrawable false");
    appeal(scenario.number(), only(scenario.number()));
    assertThat(open(scenario.number())).containsExactly("appealable false, withdrawable true");
    scenario.answering("decide-appeal", APPEAL_REJECTED).runsUntilNobodyIsAsked();
    assertThat(open(scenario.number())).isEmpty();
  }

  @Test
  void whoever_objected_takes_it_back_and_nobody_who_had_a_part_does_it_for_them() {
    var scenario = objected();
    var id = only(scenario.number());

    assertThat(withdraw(CASEWORKER, scenario.number(), id))
        .startsWith("400")
        .contains("You had a part in what is objected to");
    assertThat(withdraw(OTHER_SUPERVISOR, scenario.number(), id)).startsWith("201");
    assertThat(scenario.passed()).contains("EndEvent_NothingToAnswer");
    assertThat(scenario.running()).doesNotContain("objection");
    assertThat(measures.status(scenario.number())).containsExactly("IN_FORCE");
    assertThat(withdraw(OTHER_SUPERVISOR, scenario.number(), id)).startsWith("400");
    assertThat(timeline(scenario.number())).contains("Objection withdrawn");

    assertThat(lodge(scenario.number(), measure(scenario.number()))).startsWith("201");
  }

  @Test
  void an_objection_outlives_the_death_of_the_person_and_the_end_of_the_case() {
    var scenario = objected();
    file.endBecauseOfDeath(scenario.number(), CASEWORKER);
    cases.close(scenario.number(), ClosureReason.DECEASED, SUPERVISOR);
    assertThat(objectedToADecision(scenario.number())).startsWith("201");

    scenario.answering("answer-objection", UPHELD).answering("carry-out-grant", CARRIED_OUT).runs();
    assertThat(measures.status(scenario.number())).containsExactly("ENDED DECEASED");
    assertThat(reviews(scenario.number())).isEmpty();
    assertThat(scenario.forms()).contains("answer-objection", "carry-out-grant");
    assertThat(scenario.isOver()).isTrue();
  }

  // The file

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE objections SET grounds = 'Nothing' WHERE id = :id",
        "UPDATE objections SET answer_ends_at = answer_ends_at + interval '1 day' WHERE id = :id",
        "UPDATE objections SET unanswered = 'ANSWER', unanswered_at = lodged_at WHERE id = :id",
        "UPDATE objections SET appeal_grounds = 'x', appeal_recorded_by = 'x',"
            + " appealed_at = lodged_at, appeal_ends_at = answer_ends_at WHERE id = :id",
        "UPDATE objections SET carried_out = 'x', carried_out_by = 'x',"
            + " carried_out_at = lodged_at WHERE id = :id",
        "UPDATE objections SET outcome = 'REJECTED', reasons = 'x', client_heard = true,"
            + " client_view = 'x', answered_by = 'scene-supervisor-2',"
            + " answered_at = answer_ends_at, appeal_until = answer_ends_at WHERE id = :id",
        "DELETE FROM objections WHERE id = :id",
      })
  void an_objection_cannot_be_made_to_disappear_or_to_be_answered_late(String attack) {
    var id = UUID.fromString(only(objected().number()));
    assertThatThrownBy(() -> database.sql(attack).param("id", id).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void what_was_answered_stays_as_it_was_answered() {
    var id = UUID.fromString(only(objectedToALongMeasure().number()));
    answerInTheDatabase(id, OTHER_SUPERVISOR);
    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE objections SET outcome = 'UPHELD' WHERE id = :id")
                    .param("id", id)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void whoever_works_on_the_case_can_write_an_objection_down_and_the_case_page_tells_of_it() {
    var scenario = objected();

    assertThat(timeline(scenario.number()))
        .contains("Objection to reporting duty, by the person", "I was never asked.");
  }

  /** What the case page knows of objections. */
  private List<String> open(CaseNumber number) {
    return Spin.JSON(as(CASEWORKER).get("/api/cases/" + number).body())
        .prop("objections")
        .elements()
        .stream()
        .map(
            each ->
                "appealable %s, withdrawable %s"
                    .formatted(
                        each.prop("appealable").boolValue(), each.prop("withdrawable").boolValue()))
        .toList();
  }

  private void works(String user, boolean active) {
    database
        .sql("UPDATE workers SET active = :active WHERE user_id = :user")
        .param("active", active)
        .param("user", user)
        .update();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WesternIndonesia.ZONE);
  }

  private LocalDate legalEnd(CaseNumber number, String step) {
    return day(
        database
            .sql("SELECT legal_until FROM deadlines WHERE case_number = :number AND step = :step")
            .param("number", number.value())
            .param("step", step)
            .query(OffsetDateTime.class)
            .single()
            .toInstant());
  }

  private Objections.Lodged lodged(CaseNumber number) {
    return new Objections.Lodged(
        number,
        Optional.empty(),
        Optional.of("The payments stopped"),
        Optional.of(LocalDate.of(2026, 1, 5)),
        "PERSON",
        "SPOKEN",
        "I was never asked.",
        CASEWORKER,
        grants.record(number));
  }

  private Scenario silent(Scenario scenario) {
    return scenario
        .leaving("answer-objection")
        .leaving("review-measure")
        .answering("carry-out-grant", CARRIED_OUT)
        .answering("clarify-silence", CLARIFIED);
  }

  private Scenario objected() {
    var number = measures.inForce().number();
    assertThat(lodge(number, measure(number))).startsWith("201");
    return scenarios.resume(number);
  }

  private Scenario objectedToALongMeasure() {
    var number = longMeasure().number();
    assertThat(lodge(number, measure(number))).startsWith("201");
    return scenarios.resume(number);
  }

  /** A placement of forty days, which the head approved. */
  private Scenario longMeasure() {
    var request = measures.request("INSTITUTION_PLACEMENT", "COURT_MEASURE", Duration.ofDays(40));
    request.put("orderEndsAt", Measures.quarter(clock.instant().plus(Duration.ofDays(41))));
    return measures
        .guarding(measures.aCaseWithAttempts())
        .answering("request-measure", request)
        .runsUntilNobodyIsAsked();
  }

  private Scenario objectedToADecision() {
    var number = scenarios.aCase();
    assertThat(objectedToADecision(number)).startsWith("201");
    return scenarios.resume(number);
  }

  private String objectedToADecision(CaseNumber number) {
    return lodge(number, decision(LocalDate.ofInstant(clock.instant(), WesternIndonesia.ZONE)));
  }

  private Map<String, Object> measure(CaseNumber number) {
    return Map.of("about", measures.of(number).toString());
  }

  private static Map<String, Object> decision(LocalDate knownOn) {
    return Map.of(
        "about", "DECISION", "decision", "The payments stopped", "knownOn", knownOn.toString());
  }

  private String lodge(CaseNumber number, Map<String, Object> about) {
    var said =
        with(
            Map.of("lodgedBy", "PERSON", "channel", "SPOKEN", "grounds", "I was never asked."),
            about);
    return act(CASEWORKER, number, "lodge-objection", said);
  }

  private String appeal(CaseNumber number, String id) {
    return act(
        CASEWORKER,
        number,
        "lodge-appeal",
        Map.of("objection", id, "grounds", "Nobody looked at the shelter."));
  }

  private String withdraw(String user, CaseNumber number, String id) {
    return act(
        user,
        number,
        "withdraw-objection",
        Map.of("objection", id, "reason", "It was explained to me.", "ownWish", true));
  }

  private String act(String user, CaseNumber number, String form, Map<String, ?> values) {
    var answer =
        as(user)
            .send(
                "POST",
                "/api/cases/" + number + "/actions/" + form,
                Spin.JSON(Map.of("values", values)).toString());
    return answer.statusCode() + " " + answer.body();
  }

  private String timeline(CaseNumber number) {
    return as(CASEWORKER).get("/api/cases/" + number + "/timeline").body();
  }

  private Objection objection(CaseNumber number) {
    return objections.of(number).get(0);
  }

  private String only(CaseNumber number) {
    assertThat(ids(number)).hasSize(1);
    return ids(number).get(0);
  }

  private List<String> ids(CaseNumber number) {
    return objections.of(number).stream().map(each -> each.id().toString()).toList();
  }

  private static List<String> answeredBy(Scenario scenario, String form) {
    return scenario.asked().stream()
        .filter(asked -> asked.form().equals(form))
        .map(Scenario.Asked::user)
        .toList();
  }

  private boolean refusedByTheForm(UUID id, String user) {
    var context =
        new FormContext(
            "answer-objection",
            Optional.empty(),
            Optional.empty(),
            Map.of(Variables.OBJECTION_ID.name(), id.toString()),
            user);
    var refusals = new Refusals();
    forms.check(new Submission(UUID.randomUUID(), context, clock.instant(), Map.of()), refusals);
    return !refusals.all().isEmpty();
  }

  private void answerInTheDatabase(UUID id, String user) {
    database
        .sql(
            """
            UPDATE objections SET outcome = 'REJECTED', reasons = 'Because', client_heard = true,
              client_view = 'No', answered_by = :user, answered_at = lodged_at,
              appeal_until = answer_ends_at
            WHERE id = :id
            """)
        .param("user", user)
        .param("id", id)
        .update();
  }

  private void withdrawInTheDatabase(UUID id, String user) {
    database
        .sql(
            """
            UPDATE objections SET withdrawal_reason = 'x', withdrawn_by = :user,
              withdrawn_at = lodged_at
            WHERE id = :id
            """)
        .param("user", user)
        .param("id", id)
        .update();
  }

  private List<String> reviews(CaseNumber number) {
    return database
        .sql(
            """
            SELECT r.outcome || ' ' || r.reviewed_by FROM coercive_reviews r
            JOIN coercive_measures m ON m.id = r.measure_id
            WHERE m.case_number = :number ORDER BY r.reviewed_at
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  private LocalDate workingDaysAfter(LocalDate day, int count) {
    var next = day;
    for (int passed = 0; passed < count; ) {
      next = next.plusDays(1);
      passed += isWorkingDay(next) ? 1 : 0;
    }
    return next;
  }

  private boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().getValue() < 6
        && database
                .sql("SELECT count(*) FROM holidays WHERE day = :day AND active")
                .param("day", day)
                .query(Long.class)
                .single()
            == 0;
  }

  @SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
  private static void at(Instant moment) {
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  private static Map<String, Object> review() {
    return Map.of(
        "clientHeard", true, "clientView", "He wants it over.", "outcome", "END", "reason", "Safe");
  }

  private static Map<String, Object> with(Map<String, Object> usual, Map<String, Object> other) {
    Map<String, Object> all = new HashMap<>(usual);
    all.putAll(other);
    return all;
  }

  private Visitor as(String user) {
    return Visitor.program(port, user, user);
  }
}
