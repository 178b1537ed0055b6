package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.ClosureReason;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskOverride;
import org.alur.casework.Timeline;
import org.alur.casework.WesternIndonesia;
import org.alur.catalogue.Field;
import org.alur.deadlines.DelayKind;
import org.alur.deadlines.DelayRequest;
import org.alur.deadlines.Delays;
import org.alur.engine.Platform;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.policereport.PoliceReports;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.PlannedCases;
import org.alur.support.Rivals;
import org.alur.support.Scenario;
import org.alur.support.ServiceAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sexual violence is reported to the police within 3 x 24 hours (UU 12/2022 art. 41). */
class PoliceReportProcessTest extends ProcessScenarios {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(WesternIndonesia.ZONE);
  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);

  @Autowired RiskAssessments risks;
  @Autowired PoliceReports reports;
  @Autowired PoliceReportSweep sweep;
  @Autowired PoliceReportClosureRules closing;
  @Autowired CasePageActions actions;
  @Autowired Delays delays;
  @Autowired Timeline timeline;
  @Autowired Grants grants;
  @Autowired PlannedCases planned;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  PoliceReportProcessTest() {
    super("police-report");
  }

  /** A case in the middle of its way, in which violence is told only now. */
  private Scenario told() {
    var number = scenarios.aCase();
    cases.enter(number, CaseStage.ASSESSMENT);
    return told(number);
  }

  private Scenario told(CaseNumber number) {
    risks.noteDanger(
        number,
        List.of(RiskOverride.SEXUAL_VIOLENCE),
        "She told it today.",
        CASEWORKER,
        Optional.empty());
    // An emergency is discussed in a conference as well, which is another test's matter.
    return scenarios.resume(number).leaving("prepare-conference");
  }

  private Map<String, Object> reportedNow() {
    return Answers.but(
        "report-to-police", Map.of("reportedAt", WRITTEN.format(quarter(clock.instant()))));
  }

  /** The form takes times in steps of 15 minutes. */
  private static Instant quarter(Instant now) {
    return Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900);
  }

  private Map<String, Object> row(CaseNumber number) {
    return database
        .sql("SELECT * FROM police_reports WHERE case_number = :number")
        .param("number", number.value())
        .query()
        .singleRow();
  }

  private Instant moment(Map<String, Object> row, String column) {
    return ((Timestamp) Objects.requireNonNull(row.get(column), column)).toInstant();
  }

  private Map<String, Object> deadline(CaseNumber number, String step) {
    return database
        .sql("SELECT * FROM deadlines WHERE case_number = :number AND step = :step")
        .param("number", number.value())
        .param("step", step)
        .query()
        .singleRow();
  }

  private List<String> titles(CaseNumber number) {
    return timeline.of(number, clock.instant().plusSeconds(60), 50).stream()
        .map(entry -> entry.title())
        .toList();
  }

  // When the time begins, and for whom

  @Test
  void what_intake_hears_is_the_supervisors_to_report_and_counts_from_the_request() {
    var scenario =
        scenarios
            .request(Field.SOCIAL_PROTECTION, Map.of())
            .waits(Duration.ofHours(5))
            .leaving("prepare-conference")
            .answering(
                "screen-risk",
                Answers.but("screen-risk", Map.of("dangerSigns", List.of("SEXUAL_VIOLENCE"))))
            .runsUntil("report-to-police");

    var received = cases.receivedAt(scenario.number());
    assertThat(moment(row(scenario.number()), "told_at")).isEqualTo(received);
    assertThat(moment(row(scenario.number()), "ends_at"))
        .isEqualTo(received.plus(Duration.ofDays(3)));
    var deadline = deadline(scenario.number(), "UserTask_ReportToPoliceAsSupervisor");
    assertThat(moment(deadline, "target_at")).isEqualTo(received.plus(Duration.ofDays(1)));
    assertThat(moment(deadline, "fatal_at")).isEqualTo(received.plus(Duration.ofDays(3)));
    assertThat(deadline).containsEntry("legal_basis", "UU 12/2022 art. 41");

    scenario.leaving("report-to-police").runsUntil("assess-needs");
    assertThat(scenario.running()).contains("police-report").doesNotContain("intake");
    scenario.submits(SUPERVISOR, "report-to-police", Answers.to("report-to-police"));
    assertThat(scenario.running()).doesNotContain("police-report");
    assertThat(row(scenario.number())).containsEntry("outcome", "BY_US");
  }

  @Test
  void what_is_told_later_is_the_caseworkers_to_report_and_counts_from_then() {
    var before = clock.instant();
    var scenario = told().runsUntilNobodyIsAsked();

    assertThat(moment(row(scenario.number()), "told_at")).isBetween(before, clock.instant());
    assertThat(scenario.asked())
        .extracting(asked -> asked.user() + " " + asked.form())
        .contains(CASEWORKER + " report-to-police");
    assertThat(scenario.running()).doesNotContain("police-report");
    assertThat(row(scenario.number()))
        .containsEntry("outcome", "BY_US")
        .containsEntry("report_number", "LP/B/12/I/2026")
        .containsEntry("breached_at", null);
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
    assertThat(cases.get(scenario.number()).sealed()).isTrue();
    assertThat(titles(scenario.number()))
        .anyMatch(title -> title.startsWith("Reported to the police"));
  }

  @Test
  void who_ticks_it_at_a_contact_has_it_reported() {
    var number = scenarios.aCase();
    actions.perform(
        said(
            number,
            "log-contact",
            Map.of(
                "contactType", "PHONE",
                "outcome", "HELD",
                "contactAt", "2026-01-05T09:00:00+07:00",
                "withWhom", "the person",
                "summary", "Her uncle forced her.",
                "dangerSigns", List.of("SEXUAL_VIOLENCE"))));

    assertThat(scenarios.resume(number).running()).contains("police-report");
    assertThat(riskOf(number)).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void who_hears_of_it_when_the_safety_of_a_family_is_screened_has_it_reported_at_once() {
    var number = planned.withPlan("family-casework");
    var scenario = planned.service("family-casework", number);
    ServiceAnswers.familyCasework(planned.personOf(number), planned.document())
        .forEach(scenario::answering);
    scenario
        .leaving("prepare-conference")
        .answering(
            "screen-safety",
            Map.of(
                "askedAlone", "YES",
                "signs", List.of("FORCED_SEX"),
                "violenceFound", "YES",
                "findings", "She told it alone."))
        .runsUntil("agree-safety-plan");

    assertThat(scenario.running()).contains("police-report");
    assertThat(riskOf(number)).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void it_is_owed_once_in_an_episode_however_often_and_however_fast_it_is_told() {
    var scenario = told();
    told(scenario.number());
    assertThat(scenario.running()).contains("police-report");
    assertThat(processes(scenario.number())).isEqualTo(1);

    var other = scenarios.aCase();
    var both =
        transaction.execute(
            status -> {
              cases.lock(other);
              var telling =
                  Stream.of(1, 2)
                      .map(each -> CompletableFuture.runAsync(() -> told(other)))
                      .toList();
              Rivals.await(database, 2);
              return telling;
            });
    Objects.requireNonNull(both).forEach(CompletableFuture::join);
    assertThat(processes(other)).isEqualTo(1);
  }

  private long processes(CaseNumber number) {
    return Platform.call(
        () ->
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("police-report")
                .processInstanceBusinessKey(number.value())
                .count());
  }

  @Test
  void the_limit_of_the_law_is_neither_extended_nor_suspended() {
    var scenario = told();
    var open =
        delays.openOf(scenario.number()).stream()
            .filter(deadline -> deadline.step().equals("Report to police"))
            .findFirst()
            .orElseThrow();

    for (var kind : DelayKind.values()) {
      assertThat(
              delays.refusal(
                  new DelayRequest(
                      scenario.number(),
                      open.id(),
                      kind,
                      1,
                      "Busy.",
                      SUPERVISOR,
                      Optional.empty())))
          .hasValueSatisfying(
              sentence -> assertThat(sentence).contains("The law sets this deadline", "art. 41"));
    }
  }

  // Reported by others, too late, not at all

  @Test
  void who_had_it_reported_already_gives_the_number_of_that_report() {
    Map<String, Object> others =
        Answers.but(
            "report-to-police",
            Map.of("reportedBy", "OTHERS", "reporter", "The hospital"),
            List.of("accompaniedBy", "sameSex"));
    var scenario = told().answering("report-to-police", others).runsUntilNobodyIsAsked();

    assertThat(row(scenario.number())).containsEntry("outcome", "BY_OTHERS");
  }

  @Test
  void nobody_reports_in_the_future() {
    Map<String, Object> tomorrow =
        Answers.but("report-to-police", Map.of("reportedAt", "2999-01-05T09:00:00+07:00"));
    var scenario = told();

    assertThatThrownBy(() -> scenario.submits(CASEWORKER, "report-to-police", tomorrow))
        .hasMessageContaining("still to come");
  }

  @Test
  void after_3_x_24_hours_it_is_a_breach_both_are_told_and_it_is_still_reported() {
    var scenario = told().leaving("report-to-police").leaving("respond-to-raised-risk");
    scenario.runsUntil("clarify-late-report");
    assertThat(row(scenario.number()).get("breached_at")).isNotNull();
    scenario.runsUntilNobodyIsAsked();
    assertThat(scenario.asked())
        .extracting(asked -> asked.role() + " " + asked.form())
        .contains("supervisor clarify-late-report", "agency-head answer-for-late-report");
    assertThat(titles(scenario.number()))
        .anyMatch(title -> title.contains("a breach of UU 12/2022"));

    scenario.submits(CASEWORKER, "report-to-police", reportedNow());
    assertThat(scenario.running()).doesNotContain("police-report");
    assertThat(row(scenario.number())).containsEntry("outcome", "BY_US");
  }

  @Test
  void a_late_report_is_a_breach_also_if_no_timer_came_before_it() {
    var scenario = told().waits(Duration.ofHours(80));
    scenario.submits(CASEWORKER, "report-to-police", reportedNow());

    assertThat(row(scenario.number()).get("breached_at")).isNotNull();
    scenario.runsUntilNobodyIsAsked();
    assertThat(scenario.forms()).contains("clarify-late-report", "answer-for-late-report");
    assertThat(scenario.running()).doesNotContain("police-report");
  }

  @Test
  void a_breach_is_noted_whatever_became_of_the_process() {
    var scenario = told().waits(Duration.ofHours(71));
    sweep.noteWhatIsOver();
    assertThat(row(scenario.number())).containsEntry("breached_at", null);

    scenario.waits(Duration.ofHours(2));
    sweep.noteWhatIsOver();
    assertThat(row(scenario.number()).get("breached_at")).isNotNull();
  }

  @Test
  void the_database_takes_no_late_report_for_one_in_time() {
    var number = told().number();
    var id = reports.open(number).orElseThrow().id();

    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        UPDATE police_reports SET outcome = 'BY_US',
                          reported_at = ends_at + interval '1 hour', police_unit = 'x',
                          report_number = 'x', recorded_by = 'x',
                          recorded_at = ends_at + interval '2 hours', record_id = :record
                        WHERE id = :id
                        """)
                    .param("record", grants.record(number))
                    .param("id", id)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("late_is_a_breach");
  }

  // The end of a case

  @Test
  void no_case_ends_before_the_police_were_told() {
    var number = told().number();

    assertThat(refused(number, "prepare-closure", Map.of("closureReason", "GOALS_MET")))
        .singleElement()
        .asString()
        .contains("still to be made", "Report to police");
    assertThat(refused(number, "explain-rejection", Map.of("rejectionReason", "CLIENT_REFUSED")))
        .hasSize(1);
    // What the emergency was discussed for is not what keeps the case open here.
    scenarios.resume(number).runsUntil("report-to-police");
    assertThatThrownBy(() -> cases.close(number, ClosureReason.GOALS_MET, SUPERVISOR))
        .hasMessageContaining("police report open");

    scenarios.resume(number).runsUntilNobodyIsAsked();
    assertThat(refused(number, "prepare-closure", Map.of("closureReason", "GOALS_MET"))).isEmpty();
    cases.close(number, ClosureReason.GOALS_MET, SUPERVISOR);
  }

  @Test
  void a_duplicate_leaves_the_report_to_the_case_that_goes_on() {
    var scenario = told();
    var number = scenario.number();
    assertThat(refused(number, "explain-rejection", Map.of("rejectionReason", "DUPLICATE")))
        .isEmpty();

    cases.reject(number, ClosureReason.DUPLICATE, SUPERVISOR);

    assertThat(row(number)).containsEntry("outcome", "OTHER_CASE");
    assertThat(scenario.running()).doesNotContain("police-report");
  }

  private List<String> refused(CaseNumber number, String form, Map<String, Object> values) {
    var refusals = new Refusals();
    closing.check(said(number, form, values), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private Submission said(CaseNumber number, String form, Map<String, Object> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), CASEWORKER);
    return new Submission(grants.record(number), context, clock.instant(), new HashMap<>(values));
  }
}
