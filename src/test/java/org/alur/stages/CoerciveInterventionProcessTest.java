package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.ActivityStatus;
import org.alur.casework.Approach;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Timeline;
import org.alur.coercion.CoerciveMeasures;
import org.alur.forms.FormContext;
import org.alur.organisation.Role;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CoerciveInterventionProcessTest extends ProcessScenarios {

  @Autowired MeasureDecisions decisions;
  @Autowired Attempts attempts;
  @Autowired CoerciveMeasures measures;
  @Autowired Clock clock;
  @Autowired JdbcClient database;
  @Autowired PlannedCases planned;
  @Autowired Timeline timeline;

  CoerciveInterventionProcessTest() {
    super("coercive-intervention");
  }

  private Scenario compelling(CaseNumber number) {
    return compelling(number, Map.of());
  }

  private Scenario compelling(CaseNumber number, Map<String, Object> facts) {
    return scenarios
        .process("coercive-intervention", number, facts)
        .answering(
            "give-second-opinion", Map.of("opinion", "Nothing milder helps.", "agrees", "YES"))
        .answering("approve-measure", Map.of("approval", "YES"))
        .answering("approve-long-placement", Map.of("approval", "YES"))
        .answering("review-measure", review("CONTINUE"));
  }

  private CaseNumber aCaseWithAttempts() {
    CaseNumber number = scenarios.aCase();
    attempts.log(number, attempt(Approach.PERSUASIVE), "sari", Optional.empty());
    attempts.log(number, attempt(Approach.MOTIVATIONAL), "sari", Optional.empty());
    return number;
  }

  private Attempt attempt(Approach approach) {
    boolean persuasive = approach == Approach.PERSUASIVE;
    return new Attempt(
        approach,
        persuasive ? "HOME_VISIT" : "MOTIVATIONAL_INTERVIEW",
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        "The clinic is free of charge.",
        "I do not need it.",
        persuasive ? Optional.of("REFUSED") : Optional.empty(),
        persuasive ? Optional.empty() : Optional.of("PRECONTEMPLATION"),
        Optional.empty());
  }

  private Map<String, Object> request(String kind, String basis, Duration length) {
    Map<String, Object> request = new HashMap<>();
    request.put("kind", kind);
    request.put("legalBasis", basis);
    request.put("documentNumber", "12/Pid/2026");
    request.put("necessity", "He sleeps on the railway and was hit once already.");
    request.put(
        "lessRestrictive",
        List.of(Map.of("option", "Night shelter", "reasonRejected", "He leaves it at once.")));
    request.put("endsAt", text(clock.instant().plus(length)));
    return request;
  }

  /** As the form sends it, which knows quarters of an hour only. */
  private static String text(Instant moment) {
    Instant quarter = Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx")
        .format(quarter.atOffset(ZoneOffset.UTC));
  }

  private static Map<String, Object> review(String outcome) {
    return Map.of(
        "clientHeard",
        true,
        "clientView",
        "He wants to go home.",
        "outcome",
        outcome,
        "reason",
        "The danger is the same.");
  }

  @Test
  void a_measure_ends_at_its_end_date_even_if_nobody_acts() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "request-measure", "give-second-opinion", "approve-measure", "give-measure-notice");
    assertThat(scenario.asked())
        .extracting(asked -> asked.role())
        .containsExactly("caseworker", "clinician", "supervisor", "caseworker");
    assertThat(scenario.asked().subList(0, 3))
        .extracting(asked -> asked.user())
        .doesNotHaveDuplicates();
    assertThat(scenario.passed()).contains("BoundaryEvent_EndDateReached", "EndEvent_MeasureEnded");
    assertThat(ended(scenario)).isEqualTo("ENDED EXPIRED");
    assertThat(measures.isAnyInForce(scenario.number())).isFalse();
  }

  @Test
  void the_services_of_the_plan_are_delivered_beside_the_measure() {
    var number = planned.withPlan(aCaseWithAttempts(), "WELFARE_STAFF", PlannedCases.NO_SERVICE);

    var scenario =
        compelling(number, Map.of("planVersion", 1L))
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .runs();

    assertThat(scenario.forms()).contains("deliver-activity", "approve-measure");
    assertThat(planned.first(number).status()).isEqualTo(ActivityStatus.DONE);
  }

  @Test
  void it_is_in_force_only_after_two_other_people_agreed() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .runsUntil("approve-measure");

    assertThat(measures.isAnyInForce(scenario.number())).isFalse();
    scenario.submits(Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "YES"));
    assertThat(measures.isAnyInForce(scenario.number())).isTrue();
  }

  @Test
  void nobody_approves_a_measure_that_they_asked_for() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .runsUntil("approve-measure");

    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "approve-measure", Map.of("approval", "YES")))
        .isInstanceOf(RuntimeException.class);
    assertThat(measures.isAnyInForce(scenario.number())).isFalse();
  }

  @Test
  void a_review_can_end_it_before_its_end_date() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering("request-measure", ordered("INSTITUTION_PLACEMENT", Duration.ofDays(60)))
            .answering("review-measure", review("CONTINUE"), review("END"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "request-measure",
            "give-second-opinion",
            "approve-measure",
            "approve-long-placement",
            "give-measure-notice",
            "review-measure",
            "review-measure");
    assertThat(scenario.passed()).contains("EndEvent_EndedByReview");
    assertThat(ended(scenario)).isEqualTo("ENDED REVIEW");
  }

  @Test
  void a_review_comes_after_7_days_in_an_institution_and_after_30_elsewhere() {
    Map.of("INSTITUTION_PLACEMENT", 7, "CONTACT_RESTRICTION", 30)
        .forEach(
            (kind, days) -> {
              var scenario =
                  compelling(aCaseWithAttempts())
                      .answering("request-measure", ordered(kind, Duration.ofDays(60)))
                      .runsUntil("review-measure");
              var since = measures.periods(scenario.number()).get(0).since();
              assertThat(Duration.between(since, clock.instant()).toDays())
                  .as(kind)
                  .isEqualTo(days.longValue());
              ClockUtil.reset();
            });
  }

  private static Map<String, Object> notice(Map<String, Object> different, String... without) {
    return Answers.but("give-measure-notice", different, List.of(without));
  }

  @Test
  void the_person_and_the_family_are_told_and_legal_aid_is_offered() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering("request-measure", ordered("CONTACT_RESTRICTION", Duration.ofDays(20)))
            .answering(
                "give-measure-notice",
                notice(Map.of("legalAid", "ACCEPTED", "legalAidProvider", "LBH Adegan")))
            .runs();

    assertThat(scenario.forms()).doesNotContain("clarify-late-notice");
    assertThat(
            database
                .sql(
                    """
                    SELECT concat_ws(' ', person, person_told_how, family, family_member, legal_aid,
                      legal_aid_provider, given_by) FROM measure_notices
                    JOIN coercive_measures ON id = measure_id WHERE case_number = :number
                    """)
                .param("number", scenario.number().value())
                .query(String.class)
                .single())
        .isEqualTo("TOLD SPOKEN TOLD The sister ACCEPTED LBH Adegan scene-caseworker");
    assertThat(titles(scenario))
        .contains(
            "Contact restriction: notice given to the person and to the family; legal aid accepted");
  }

  @Test
  void a_suspect_in_the_family_is_not_told_but_only_for_a_reason() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering("request-measure", ordered("CONTACT_RESTRICTION", Duration.ofDays(20)))
            .runsUntil("give-measure-notice");
    assertThatThrownBy(
            () -> tells(scenario, notice(Map.of("familyTold", "WITHHELD"), "familyMember")))
        .hasMessageContaining("Who is not told, and for what reason?");
    tells(
        scenario,
        notice(
            Map.of("familyTold", "WITHHELD", "familyReason", "The stepfather beats him."),
            "familyMember"));

    assertThat(titles(scenario))
        .anyMatch(title -> title.contains("withheld from a suspect in the family"));
  }

  @Test
  void a_notice_that_is_late_is_seen_by_the_supervisor_and_still_owed_after_the_end() {
    var scenario =
        compelling(scenarios.aCase())
            .answering("request-measure", removal())
            .leaving("give-measure-notice")
            .runs();

    assertThat(ended(scenario)).isEqualTo("ENDED EXPIRED");
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("clarify-late-notice"))
        .extracting(asked -> asked.role())
        .containsExactly("supervisor");
    tells(scenario, notice(Map.of()));
    assertThat(scenario.isOver()).isTrue();
    assertThat(titles(scenario)).anyMatch(title -> title.contains("to the family, late;"));
  }

  @Test
  void nobody_is_told_before_the_measure_is_asked_for_or_in_the_future() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering("request-measure", ordered("CONTACT_RESTRICTION", Duration.ofDays(20)))
            .runsUntil("give-measure-notice");
    var early = text(clock.instant().minus(Duration.ofDays(1)));
    var late = text(clock.instant().plus(Duration.ofDays(1)));

    assertThatThrownBy(() -> tells(scenario, notice(Map.of("personToldAt", early))))
        .hasMessageContaining("nobody had asked for the measure yet");
    assertThatThrownBy(() -> tells(scenario, notice(Map.of("familyToldAt", late))))
        .hasMessageContaining("still to come");
  }

  private static void tells(Scenario scenario, Map<String, Object> notice) {
    scenario.submits(Crew.of(Role.CASEWORKER), "give-measure-notice", notice);
  }

  private List<String> titles(Scenario scenario) {
    return timeline.of(scenario.number(), clock.instant().plusSeconds(1), 50).stream()
        .map(entry -> entry.title())
        .toList();
  }

  @Test
  void the_agency_head_can_reject_a_long_placement() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering("request-measure", ordered("INSTITUTION_PLACEMENT", Duration.ofDays(60)))
            .answering(
                "approve-long-placement", Map.of("approval", "NO", "reason", "Too far from home."))
            .runs();

    assertThat(scenario.passed()).contains("EndEvent_MeasureRejected");
    assertThat(status(scenario)).isEqualTo("REJECTED");
  }

  @Test
  void a_measure_that_the_second_opinion_does_not_support_is_rejected() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .answering("give-second-opinion", Map.of("opinion", "He would come.", "agrees", "NO"))
            .runs();

    assertThat(scenario.forms()).doesNotContain("approve-measure");
    assertThat(status(scenario)).isEqualTo("REJECTED");
  }

  @Test
  void a_measure_that_the_supervisor_does_not_approve_is_rejected() {
    var scenario =
        compelling(aCaseWithAttempts())
            .answering(
                "request-measure",
                request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
            .answering("approve-measure", Map.of("approval", "NO", "reason", "Try the brother."))
            .runs();

    assertThat(status(scenario)).isEqualTo("REJECTED");
  }

  @Test
  void a_measure_needs_attempts_before_it() {
    refused(
        scenarios.aCase(),
        request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)),
        "at least one persuasive and one motivational attempt");
  }

  @Test
  void danger_to_life_does_not_wait_for_attempts_but_lasts_a_day() {
    var scenario =
        compelling(scenarios.aCase())
            .answering(
                "request-measure",
                request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(20)))
            .runs();

    assertThat(ended(scenario)).isEqualTo("ENDED EXPIRED");
    refused(
        scenarios.aCase(),
        request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(30)),
        "24 hours at most");
  }

  @Test
  void danger_to_life_is_no_basis_twice_in_a_row_but_a_later_danger_is_met() {
    var number = aCaseWithAttempts();
    var first = compelling(number).answering("request-measure", removal()).runsUntilNobodyIsAsked();
    var second = compelling(number).runsUntil("request-measure");
    assertThatThrownBy(() -> asks(second, removal())).hasMessageContaining("cannot be named again");

    first.waits(Duration.ofDays(3));
    assertThatThrownBy(() -> asks(second, removal()))
        .hasMessageContaining("If the danger goes on, name another basis");
    first.waits(Duration.ofDays(5));
    asks(second, removal());

    assertThat(statuses(number)).endsWith("REQUESTED");
  }

  @Test
  void another_basis_follows_danger_to_life_at_once() {
    var number = aCaseWithAttempts();
    compelling(number).answering("request-measure", removal()).runsUntilNobodyIsAsked();

    compelling(number)
        .answering(
            "request-measure", following(number, ordered("EMERGENCY_REMOVAL", Duration.ofDays(5))))
        .runsUntilNobodyIsAsked();

    assertThat(statuses(number)).containsExactly("IN_FORCE", "IN_FORCE");
  }

  private Map<String, Object> following(CaseNumber number, Map<String, Object> request) {
    request.put("follows", measures.periods(number).get(0).measure().toString());
    return request;
  }

  @Test
  void going_on_is_a_new_decision_through_all_gates_that_names_the_measure_before() {
    var number = aCaseWithAttempts();
    compelling(number)
        .answering("request-measure", ordered("REPORTING_DUTY", Duration.ofDays(20)))
        .runsUntilNobodyIsAsked();
    var before = measures.periods(number).get(0);
    var further = compelling(number).runsUntil("request-measure");

    assertThatThrownBy(() -> asks(further, ordered("REPORTING_DUTY", Duration.ofDays(40))))
        .hasMessageContaining("A measure of this kind is in force until");
    asks(further, following(number, ordered("REPORTING_DUTY", Duration.ofDays(40))));
    assertThat(statuses(number)).containsExactly("IN_FORCE", "REQUESTED");
    further.runsUntilNobodyIsAsked();

    assertThat(further.forms())
        .containsExactly("give-second-opinion", "approve-measure", "give-measure-notice");
    assertThat(statuses(number)).containsExactly("IN_FORCE", "IN_FORCE");
    assertThat(measures.get(before.measure()).request().endsAt()).isEqualTo(before.endsAt());
    assertThat(measures.get(measures.periods(number).get(0).measure()).request().follows())
        .contains(before.measure());
    further.runs();
    assertThat(statuses(number)).containsExactly("ENDED", "ENDED");
  }

  @Test
  void placements_that_follow_each_other_go_to_the_head_once_they_are_long_together() {
    var number = aCaseWithAttempts();
    compelling(number)
        .answering("request-measure", ordered("INSTITUTION_PLACEMENT", Duration.ofDays(10)))
        .runsUntilNobodyIsAsked()
        .waits(Duration.ofDays(6));
    var further =
        compelling(number)
            .answering(
                "request-measure",
                following(number, ordered("INSTITUTION_PLACEMENT", Duration.ofDays(10))))
            .runsUntil("approve-long-placement");

    assertThat(decisions.fill(longPlacement(number)).toString())
        .contains("16 days in an institution altogether");
    assertThat(statuses(number)).containsExactly("IN_FORCE", "REQUESTED");
    further.runsUntilNobodyIsAsked();
    assertThat(statuses(number)).containsExactly("IN_FORCE", "IN_FORCE");
  }

  private FormContext longPlacement(CaseNumber number) {
    var id =
        database
            .sql(
                "SELECT id FROM coercive_measures WHERE case_number = :number AND status = 'REQUESTED'")
            .param("number", number.value())
            .query(String.class)
            .single();
    return new FormContext(
        "approve-long-placement",
        Optional.of(number.value()),
        Optional.empty(),
        Map.of("measureId", id),
        Crew.of(Role.AGENCY_HEAD));
  }

  @Test
  void of_two_emergencies_asked_for_together_the_supervisor_can_only_reject_one() {
    var number = scenarios.aCase();
    var both = compelling(number).answering("request-measure", removal());
    scenarios.process("coercive-intervention", number, Map.of());
    both.leaving("approve-measure").runsUntilNobodyIsAsked();
    both.submits(Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "YES"));

    assertThatThrownBy(
            () ->
                both.submits(
                    Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "YES")))
        .hasMessageContaining("Reject this one; going on needs another basis.");
    both.submits(
        Crew.of(Role.SUPERVISOR), "approve-measure", Map.of("approval", "NO", "reason", "Twice."));
    assertThat(statuses(number)).containsExactlyInAnyOrder("IN_FORCE", "REJECTED");
  }

  private Map<String, Object> removal() {
    return request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(20));
  }

  private static void asks(Scenario scenario, Map<String, Object> request) {
    scenario.submits(Crew.of(Role.CASEWORKER), "request-measure", request);
  }

  private List<String> statuses(CaseNumber number) {
    return database
        .sql(
            "SELECT status FROM coercive_measures WHERE case_number = :number ORDER BY requested_at")
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  @Test
  void a_measure_does_not_outlast_its_order() {
    Map<String, Object> request = ordered("INSTITUTION_PLACEMENT", Duration.ofDays(60));
    request.put("orderEndsAt", text(clock.instant().plus(Duration.ofDays(30))));
    refused(aCaseWithAttempts(), request, "cannot outlast its order");
  }

  @Test
  void a_measure_without_legal_basis_or_end_date_is_refused() {
    Map<String, Object> withoutBasis =
        request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10));
    withoutBasis.remove("legalBasis");
    refused(aCaseWithAttempts(), withoutBasis, "Legal basis");
    Map<String, Object> withoutEnd =
        request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10));
    withoutEnd.remove("endsAt");
    refused(aCaseWithAttempts(), withoutEnd, "The measure ends");
  }

  @Test
  void what_is_prohibited_cannot_be_chosen() {
    refused(
        aCaseWithAttempts(),
        request("PASUNG", "NARCOTICS_REHABILITATION", Duration.ofDays(10)),
        "Which measure?");
  }

  private Map<String, Object> ordered(String kind, Duration length) {
    Map<String, Object> request = request(kind, "COURT_MEASURE", length);
    request.put("orderEndsAt", text(clock.instant().plus(length.plusDays(1))));
    return request;
  }

  private void refused(CaseNumber number, Map<String, Object> request, String sentence) {
    var scenario = compelling(number).runsUntil("request-measure");
    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), "request-measure", request))
        .hasMessageContaining(sentence);
    assertThat(
            database
                .sql("SELECT count(*) FROM coercive_measures WHERE case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private String ended(Scenario scenario) {
    return column(scenario, "status || ' ' || end_reason");
  }

  private String status(Scenario scenario) {
    return column(scenario, "status");
  }

  private String column(Scenario scenario, String expression) {
    return database
        .sql("SELECT " + expression + " FROM coercive_measures WHERE case_number = :number")
        .param("number", scenario.number().value())
        .query(String.class)
        .single();
  }
}
