package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureSweep;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.alur.support.Answers;
import org.alur.support.ConferenceAnswers;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * Walks the real guard at random: people of every role, and some of all roles at once, claim,
 * assign, submit, complete, change, suspend, delete, move and fire; operators get past the engine's
 * guards; the person dies, the case is closed and opened again; time passes and the sweep comes or
 * does not. After each step, no measure is or was in force without all its gates, each recorded by
 * another person, none is in force or asked for in a closed case, and none was after its end
 * without a breach.
 */
@AlurTest
@SuppressWarnings("JavaUtilDate") // The engine knows nothing else.
class GuardWalkPropertyTest {

  private static final int STEPS = 100;

  /** What somebody tries. The first few are what usually happens, the rest is mischief. */
  private enum Act {
    DO_THE_NEXT_TASK(44),
    SUBMIT_WHAT_IS_ASSIGNED(8),
    CLAIM(5),
    ASSIGN_TO_SOMEBODY(5),
    SUBMIT(8),
    COMPLETE(3),
    WRITE_A_VARIABLE(3),
    MODIFY(2),
    SUSPEND(1),
    DELETE(1),
    MOVE_A_DATE(2),
    OPERATE(4),
    FIRE_A_TIMER(2),
    CHANGE_THE_LEAD(2),
    ASK_FOR_ANOTHER(3),
    DISCUSS(14),
    CLOSE_THE_CASE(2),
    CLOSE_THE_CASE_IN_THE_DATABASE(1),
    REOPEN_THE_CASE(3),
    REPORT_A_DEATH(1),
    MODIFY_AS_THE_PLATFORM(2),
    SUSPEND_AS_THE_PLATFORM(1),
    DELETE_AS_THE_PLATFORM(1),
    MOVE_A_DATE_IN_THE_DATABASE(1),
    UPDATE_THE_FILE_IN_THE_DATABASE(4),
    PASS_TIME(7),
    RUN_WHAT_IS_DUE(6),
    SWEEP(4);

    private final int weight;

    Act(int weight) {
      this.weight = weight;
    }
  }

  /**
   * A step.
   *
   * @param who picks the person
   * @param which picks the task, timer or person that it is about
   * @param how picks what is said
   */
  private record Step(Act act, int who, int which, int how) {}

  private static final List<String> PEOPLE =
      List.of(
          "scene-caseworker",
          "scene-clinician",
          "scene-supervisor",
          "scene-supervisor-2",
          "scene-agency-head",
          "scene-agency-head-2",
          "scene-volunteer",
          "hats-1",
          "hats-2",
          "hats-without-licence");

  private static final List<String> HATS =
      List.of(
          "caseworker",
          "clinician",
          "supervisor",
          "agency-head",
          "scene-team",
          "scene-team-supervisor",
          "camunda-admin");

  private static final Map<String, List<String>> USUALLY =
      Map.of(
          "request-measure", List.of("scene-caseworker", "hats-1"),
          "give-second-opinion", List.of("scene-clinician", "hats-2", "hats-1"),
          "approve-measure", List.of("scene-supervisor", "hats-2", "scene-supervisor-2"),
          "approve-long-placement", List.of("scene-agency-head", "scene-agency-head-2"),
          "review-measure", List.of("scene-supervisor", "scene-supervisor-2"),
          "give-measure-notice", List.of("scene-caseworker", "hats-1"),
          "clarify-late-notice", List.of("scene-supervisor", "scene-supervisor-2"));

  private static final Map<String, String> FORMS =
      Map.of(
          "UserTask_RequestMeasure", "request-measure",
          "UserTask_GiveSecondOpinion", "give-second-opinion",
          "UserTask_ApproveMeasure", "approve-measure",
          "UserTask_ApproveLongPlacement", "approve-long-placement",
          "UserTask_ReviewMeasure", "review-measure",
          "UserTask_GiveMeasureNotice", "give-measure-notice",
          "UserTask_ClarifyLateNotice", "clarify-late-notice",
          "UserTask_PrepareConference", "prepare-conference",
          "UserTask_HoldConference", "hold-conference",
          "UserTask_CarryOutDecision", "carry-out-decision");

  private static final AtomicInteger WALKED = new AtomicInteger();
  private static final AtomicInteger CAME_INTO_FORCE = new AtomicInteger();
  private static final AtomicInteger DISCUSSED = new AtomicInteger();
  private static final Map<Act, Integer> REFUSED = new EnumMap<>(Act.class);

  @Autowired ProcessEngine engine;
  @Autowired Scenarios scenarios;
  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;
  @Autowired MeasureSweep sweep;
  @Autowired Cases cases;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  /** The end of each measure as it was when it was first seen. */
  private final Map<UUID, Instant> ends = new HashMap<>();

  private CaseNumber number = new CaseNumber("SR-2000-000001");

  @BeforeTry
  void begin() throws Exception {
    new TestContextManager(getClass()).prepareTestInstance(this);
    ends.clear();
  }

  /** They work in the office of other tests, which would ask them too. */
  @AfterTry
  void people_leave_again() {
    ClockUtil.reset();
    database.sql("UPDATE workers SET active = false WHERE user_id LIKE 'hats-%'").update();
  }

  @AfterContainer
  static void enough_was_walked() {
    assertThat(WALKED.get()).as("steps").isGreaterThanOrEqualTo(2_000);
    assertThat(CAME_INTO_FORCE.get()).as("measures that came into force").isGreaterThan(5);
    assertThat(DISCUSSED.get()).as("those that a conference discussed before").isPositive();
    assertThat(REFUSED).containsKeys(Act.OPERATE, Act.MODIFY, Act.SUBMIT, Act.CLOSE_THE_CASE);
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    var acts =
        Arbitraries.frequency(
            List.of(Act.values()).stream().map(act -> Tuple.of(act.weight, act)).toList());
    // Small numbers would mostly ask for the same measure, and reject it.
    var any = Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(acts, any, any, any).as(Step::new).list().ofSize(STEPS);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void nothing_that_anybody_does_compels_without_all_gates_or_after_the_end(
      @ForAll("walks") List<Step> walk, @ForAll @IntRange(max = 3) int tried) {
    number = tried == 0 ? scenarios.aCase() : measures.aCaseWithAttempts();
    people();
    guard();
    for (Step step : walk) {
      attempt(step);
      WALKED.incrementAndGet();
      holds(step);
    }
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(100))));
    sweep.endWhatIsOver();
    assertThat(statuses()).doesNotContain("IN_FORCE");
    count();
  }

  private void guard() {
    scenarios.process("coercive-intervention", number, Map.of());
  }

  private void people() {
    for (String user : List.of("hats-1", "hats-2", "hats-without-licence")) {
      database
          .sql(
              """
              INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)
              VALUES (:user, 'Topi', 'scene-office', :licence, :until::date)
              ON CONFLICT (user_id) DO UPDATE SET active = true
              """)
          .param("user", user)
          .param("licence", "STR-" + user)
          .param("until", user.endsWith("licence") ? "2020-01-01" : "2099-12-31")
          .update();
      for (String role : List.of("CASEWORKER", "CLINICIAN", "SUPERVISOR", "AGENCY_HEAD")) {
        row("INSERT INTO worker_roles VALUES ('%s', '%s')".formatted(user, role));
      }
      row("INSERT INTO worker_teams VALUES ('%s', 'scene-team', 'scene-office')".formatted(user));
    }
  }

  private void row(String sql) {
    database.sql(sql + " ON CONFLICT DO NOTHING").update();
  }

  /** Refusals are what is hoped for; only what nobody thought of is a fault. */
  private void attempt(Step step) {
    try {
      perform(step);
    } catch (NullPointerException | IndexOutOfBoundsException | ClassCastException fault) {
      throw new AssertionError(step + " broke something", fault);
    } catch (RuntimeException refused) {
      REFUSED.merge(step.act(), 1, Integer::sum);
    }
  }

  private void perform(Step step) {
    String user = pick(PEOPLE, step.who());
    switch (step.act()) {
      case DO_THE_NEXT_TASK -> doNextTask(step);
      case SUBMIT_WHAT_IS_ASSIGNED -> {
        Task task = task(step);
        if (task.getAssignee() != null) {
          submit(task.getAssignee(), task, answer(formOf(task), step.how()));
        }
      }
      case CLAIM -> as(user, () -> engine.getTaskService().claim(task(step).getId(), user));
      case ASSIGN_TO_SOMEBODY ->
          as(
              user,
              () ->
                  engine
                      .getTaskService()
                      .setAssignee(task(step).getId(), pick(PEOPLE, step.how())));
      case SUBMIT -> {
        Task task = task(step);
        // Also as if the engine had let somebody have the task.
        database
            .sql("UPDATE act_ru_task SET assignee_ = :user WHERE id_ = :id")
            .param("user", user)
            .param("id", task.getId())
            .update();
        submit(user, task, answer(formOf(task), step.how()));
      }
      case COMPLETE ->
          as(
              user,
              () ->
                  engine
                      .getTaskService()
                      .complete(
                          task(step).getId(),
                          Map.of("measureApproved", "YES", "opinionAgrees", "YES")));
      case WRITE_A_VARIABLE ->
          as(
              user,
              () ->
                  engine
                      .getRuntimeService()
                      .setVariable(
                          instance(step),
                          pick(
                              List.of("measureApproved", "opinionAgrees", "validUntil"),
                              step.how()),
                          "YES"));
      case MODIFY -> as(user, () -> modify(step));
      case SUSPEND ->
          as(user, () -> engine.getRuntimeService().suspendProcessInstanceById(instance(step)));
      case DELETE ->
          as(user, () -> engine.getRuntimeService().deleteProcessInstance(instance(step), "x"));
      case MOVE_A_DATE ->
          as(
              user,
              () ->
                  engine
                      .getManagementService()
                      .setJobDuedate(job(step).getId(), new Date(4_000_000_000_000L)));
      case FIRE_A_TIMER ->
          as(user, () -> engine.getManagementService().executeJob(job(step).getId()));
      case CHANGE_THE_LEAD -> cases.assignLead(number, pick(PEOPLE, step.which()), user);
      case OPERATE -> operate(step);
      case ASK_FOR_ANOTHER -> guard();
      case DISCUSS -> discuss(step);
      case CLOSE_THE_CASE -> cases.close(number, ClosureReason.MOVED, user);
      case CLOSE_THE_CASE_IN_THE_DATABASE ->
          database
              .sql(
                  """
                  UPDATE cases SET state = 'CLOSED', stage = 'CLOSED', closed_at = opened_at,
                    closure_reason = 'MOVED' WHERE number = :number
                  """)
              .param("number", number.value())
              .update();
      case REOPEN_THE_CASE -> cases.reopen(number, CaseStage.INTERVENTION, "Came back.", user);
      case REPORT_A_DEATH -> file.endBecauseOfDeath(number, user);
      case MODIFY_AS_THE_PLATFORM -> Platform.run(() -> modify(step));
      case SUSPEND_AS_THE_PLATFORM ->
          Platform.run(() -> engine.getRuntimeService().suspendProcessInstanceById(instance(step)));
      case DELETE_AS_THE_PLATFORM ->
          Platform.run(() -> engine.getRuntimeService().deleteProcessInstance(instance(step), "x"));
      case MOVE_A_DATE_IN_THE_DATABASE ->
          database
              .sql("UPDATE act_ru_job SET duedate_ = '2099-01-01' WHERE id_ = :id")
              .param("id", job(step).getId())
              .update();
      case UPDATE_THE_FILE_IN_THE_DATABASE -> update(step);
      case PASS_TIME -> passTime(step);
      case RUN_WHAT_IS_DUE -> runWhatIsDue();
      case SWEEP -> {
        sweep.endWhatIsOver();
        assertThat(overdue()).as("in force past their end, after a sweep").isZero();
      }
    }
  }

  private void doNextTask(Step step) {
    if (guards().isEmpty()) {
      guard();
    }
    Task task =
        pick(
            Platform.call(() -> tasks().processDefinitionKey("coercive-intervention").list()),
            step.which());
    String form = formOf(task);
    if (form.equals("approve-measure") && step.how() % 3 == 0) {
      discuss(step);
    }
    String user = pick(USUALLY.getOrDefault(form, PEOPLE), step.who());
    Platform.run(() -> engine.getTaskService().setAssignee(task.getId(), null));
    as(user, () -> engine.getTaskService().claim(task.getId(), user));
    submit(user, task, answer(form, step.how()));
  }

  /** Prepares a conference, and mostly holds it too. */
  private void discuss(Step step) {
    for (int task = 0; task < 1 + step.how() % 4; task++) {
      var next =
          pick(
              Platform.call(() -> tasks().processDefinitionKey("case-conference").list()),
              step.which());
      String user = next.getAssignee() == null ? "scene-supervisor" : next.getAssignee();
      Platform.run(() -> engine.getTaskService().setAssignee(next.getId(), user));
      submit(user, next, ConferenceAnswers.inAnyCase(formOf(next)));
    }
  }

  /** What an operator has buttons for. */
  private void operate(Step step) {
    String guard = instance(step);
    var runtime = engine.getRuntimeService();
    var management = engine.getManagementService();
    var definition =
        Platform.call(() -> runtime.createProcessInstanceQuery().processInstanceId(guard).list())
            .get(0)
            .getProcessDefinitionId();
    var deployment =
        Platform.call(() -> engine.getRepositoryService().getProcessDefinition(definition))
            .getDeploymentId();
    var thisOne = runtime.createProcessInstanceQuery().processInstanceId(guard);
    List<Runnable> buttons =
        List.of(
            () ->
                management
                    .setJobRetriesByProcessAsync(0)
                    .processInstanceQuery(thisOne)
                    .executeAsync(),
            () -> management.setJobRetries(3).jobId(job(step).getId()).dueDate(null).execute(),
            () -> runtime.deleteProcessInstancesAsync(thisOne, "x"),
            () ->
                runtime
                    .updateProcessInstanceSuspensionState()
                    .byProcessInstanceQuery(thisOne)
                    .suspendAsync(),
            () -> engine.getRepositoryService().suspendProcessDefinitionById(definition),
            () -> engine.getRepositoryService().deleteDeployment(deployment, true));
    as("hats-1", pick(buttons, step.how()));
  }

  private void modify(Step step) {
    var places =
        List.of(
            "SubProcess_CarryOutMeasure",
            "SubProcess_MeasureInForce",
            "ServiceTask_RecordApproval",
            "ServiceTask_EndMeasure",
            "UserTask_ApproveMeasure",
            "UserTask_GiveSecondOpinion");
    engine
        .getRuntimeService()
        .createProcessInstanceModification(instance(step))
        .startBeforeActivity(pick(places, step.how()))
        .execute();
  }

  /** What somebody with access to the database might try. */
  private void update(Step step) {
    String set =
        pick(
            List.of(
                "valid_until = valid_until + interval '1 hour'",
                "order_ends_at = order_ends_at + interval '1 year'",
                "status = 'IN_FORCE'",
                "status = 'ENDED', end_reason = 'REVIEW', ended_at = approved_at",
                "second_opinion_by = 'hats-without-licence', second_opinion_at = requested_at,"
                    + " second_opinion_agrees = true",
                "legal_basis = 'COURT_MEASURE'"),
            step.how());
    database
        .sql("UPDATE coercive_measures SET " + set + " WHERE case_number = :number")
        .param("number", number.value())
        .update();
  }

  private void passTime(Step step) {
    var time =
        pick(
            List.of(
                Duration.ofHours(1), Duration.ofHours(25), Duration.ofDays(5), Duration.ofDays(11)),
            step.how());
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
  }

  /** As the job executor does, if it is up. */
  private void runWhatIsDue() {
    for (Job job : jobs()) {
      if (job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(clock.instant())) {
        Platform.run(() -> engine.getManagementService().executeJob(job.getId()));
      }
    }
  }

  private Map<String, Object> answer(String form, int how) {
    boolean yes = how % 7 != 0;
    return switch (form) {
      case "request-measure" -> request(how);
      case "give-second-opinion" -> Map.of("opinion", "Seen.", "agrees", yes ? "YES" : "NO");
      case "approve-measure", "approve-long-placement" ->
          yes ? Map.of("approval", "YES") : Map.of("approval", "NO", "reason", "Too much.");
      case "review-measure" ->
          Map.of(
              "clientHeard",
              true,
              "clientView",
              "Let me go.",
              "outcome",
              how % 4 == 0 ? "END" : "CONTINUE",
              "reason",
              "As before.");
      case "prepare-conference", "hold-conference", "carry-out-decision" ->
          ConferenceAnswers.inAnyCase(form);
      default -> Answers.to(form);
    };
  }

  private Map<String, Object> request(int how) {
    Map<String, Object> request =
        switch (how % 6) {
          case 0 -> measures.request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(20));
          case 1 -> measures.request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(30));
          case 2 -> measures.request("INSTITUTION_PLACEMENT", "COURT_MEASURE", Duration.ofDays(40));
          case 3 -> measures.request("CONTACT_RESTRICTION", "COURT_MEASURE", Duration.ofDays(9));
          case 4 -> measures.request("INSTITUTION_PLACEMENT", "COURT_MEASURE", Duration.ofDays(10));
          default ->
              measures.request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(3));
        };
    if ("COURT_MEASURE".equals(request.get("legalBasis"))) {
      request.put("orderEndsAt", Measures.quarter(clock.instant().plus(Duration.ofDays(41))));
    }
    if (how % 2 == 0) {
      file.periods(number).stream()
          .findFirst()
          .ifPresent(before -> request.put("follows", before.measure().toString()));
    }
    return request;
  }

  // What must never be

  private void holds(Step step) {
    assertThat(wrong()).as("after %s", step).isEmpty();
    ends()
        .forEach(
            (measure, end) ->
                assertThat(end)
                    .as("the end of %s after %s", measure, step)
                    .isEqualTo(ends.computeIfAbsent(measure, first -> end)));
  }

  private Map<UUID, Instant> ends() {
    return database
        .sql("SELECT id, valid_until FROM coercive_measures WHERE case_number = :number")
        .param("number", number.value())
        .query(
            (row, index) ->
                Map.entry(
                    row.getObject("id", UUID.class), row.getTimestamp("valid_until").toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Measures that compel or compelled although something is missing; what is missing. */
  private List<String> wrong() {
    return database
        .sql(
            """
            WITH m AS (SELECT * FROM coercive_measures
              WHERE case_number = :number AND status IN ('IN_FORCE', 'ENDED'))
            SELECT id || ' has no document or necessity' FROM m
              WHERE btrim(document_number) = '' OR btrim(necessity) = ''
            UNION ALL SELECT id || ' lacks a gate' FROM m
              WHERE second_opinion_agrees IS NOT TRUE OR approved_by IS NULL
                OR kind = 'INSTITUTION_PLACEMENT' AND head_approved_by IS NULL
                  AND valid_until - valid_from > interval '14 days'
            UNION ALL SELECT next.id || ' is long with the one before' FROM m AS next
              JOIN m AS before ON before.id = next.follows
              WHERE next.kind = 'INSTITUTION_PLACEMENT' AND before.kind = next.kind
                AND next.head_approved_by IS NULL
                AND next.valid_until - next.valid_from + least(before.ended_at, before.valid_until,
                  next.valid_from) - before.valid_from > interval '14 days'
            UNION ALL SELECT m.id || ' is open in a closed case' FROM coercive_measures m
              JOIN cases c ON c.number = m.case_number
              WHERE c.number = :number AND c.state <> 'OPEN' AND m.status IN ('REQUESTED', 'IN_FORCE')
            UNION ALL SELECT id || ' ended after its end as if it had not' FROM m
              WHERE ended_at > valid_until AND end_reason <> 'EXPIRED'
            UNION ALL SELECT id || ' outlived its end without a breach' FROM m
              WHERE ended_at > valid_until + interval '15 minutes'
                AND NOT EXISTS (SELECT 1 FROM measure_breaches WHERE measure_id = m.id)
            UNION ALL SELECT id || ' was ended by a review that nobody made' FROM m
              WHERE end_reason = 'REVIEW' AND NOT EXISTS (SELECT 1 FROM coercive_reviews r
                WHERE r.measure_id = m.id AND r.outcome = 'END')
            UNION ALL SELECT id || ' was decided twice by one person' FROM m
              WHERE (SELECT count(DISTINCT who) <> count(who) FROM unnest(ARRAY[requested_by,
                second_opinion_by, approved_by, head_approved_by]) AS who)
            UNION ALL SELECT id || ' rests on an opinion without licence' FROM m
              WHERE second_opinion_by = 'hats-without-licence'
            UNION ALL SELECT id || ' came without attempts' FROM m
              WHERE legal_basis <> 'DANGER_TO_LIFE' AND (SELECT count(DISTINCT approach)
                FROM attempts a WHERE a.case_number = m.case_number) < 2
            UNION ALL SELECT id || ' was approved before it was discussed' FROM m
              WHERE legal_basis <> 'DANGER_TO_LIFE' AND NOT EXISTS (SELECT 1 FROM conferences k
                JOIN conference_dates d ON d.conference_id = k.id AND d.outcome = 'HELD'
                WHERE k.measure_id = m.id AND k.held_at <= m.approved_at AND d.closed_at <= m.approved_at
                  AND (SELECT count(DISTINCT profession) FROM conference_participants p
                    WHERE p.conference_id = d.conference_id AND p.date_ordinal = d.ordinal
                      AND present) >= 3)
            UNION ALL SELECT k.id || ' was owed when the case was closed' FROM conferences k
              JOIN cases c ON c.number = k.case_number
              WHERE c.number = :number AND c.closure_reason = 'MOVED' AND k.reason <> 'OTHER'
                AND c.state <> 'OPEN' AND k.held_at IS NULL
                AND coalesce(k.called_off_because, '') IN ('', 'The case was closed.')
            UNION ALL SELECT id || ' lasts longer than a day' FROM m
              WHERE legal_basis = 'DANGER_TO_LIFE' AND valid_until - valid_from > interval '24 hours'
            UNION ALL SELECT m.id || ' follows an emergency at once' FROM m JOIN m AS before
              ON before.id <> m.id AND before.valid_from <= m.valid_from
                AND before.legal_basis = 'DANGER_TO_LIFE' AND m.legal_basis = 'DANGER_TO_LIFE'
              WHERE m.valid_from < least(before.ended_at, before.valid_until) + interval '7 days'
            UNION ALL SELECT m.id || ' lacks the form ' || gate.form FROM m CROSS JOIN LATERAL (
                VALUES ('request-measure', requested_by, requested_at, '{}'::jsonb),
                  ('give-second-opinion', second_opinion_by, second_opinion_at, '{"agrees": "YES"}'),
                  ('approve-measure', approved_by, approved_at, '{"approval": "YES"}'),
                  ('approve-long-placement', head_approved_by, head_approved_at,
                    '{"approval": "YES"}'))
                AS gate (form, who, at, said)
              WHERE gate.who IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_records r
                WHERE r.case_number = m.case_number AND r.form_id = gate.form
                  AND r.submitted_by = gate.who AND r.payload @> gate.said
                  AND r.submitted_at BETWEEN gate.at - interval '1 minute' AND gate.at)
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  private long overdue() {
    return database
        .sql(
            """
            SELECT count(*) FROM coercive_measures WHERE case_number = :number
              AND status = 'IN_FORCE' AND valid_until <= :now
            """)
        .param("number", number.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private List<String> statuses() {
    return database
        .sql("SELECT status FROM coercive_measures WHERE case_number = :number")
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  private void count() {
    CAME_INTO_FORCE.addAndGet((int) statuses().stream().filter("ENDED"::equals).count());
    DISCUSSED.addAndGet(
        database
            .sql(
                """
                SELECT count(*) FROM coercive_measures WHERE case_number = :number
                  AND status = 'ENDED' AND legal_basis <> 'DANGER_TO_LIFE'
                """)
            .param("number", number.value())
            .query(Integer.class)
            .single());
  }

  // The engine as the walk sees it

  private Task task(Step step) {
    return pick(Platform.call(() -> tasks().list()), step.which());
  }

  /** What waits in the case, in the guard and beside it. */
  private TaskQuery tasks() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number.value())
        .active()
        .initializeFormKeys()
        .orderByTaskId()
        .asc();
  }

  private static String formOf(Task task) {
    return String.valueOf(FORMS.get(task.getTaskDefinitionKey()));
  }

  private List<ProcessInstance> guards() {
    return Platform.call(
        () ->
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("coercive-intervention")
                .active()
                .list());
  }

  private String instance(Step step) {
    return pick(guards(), step.which()).getId();
  }

  private List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    Platform.call(
            () ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number.value())
                    .list())
        .forEach(
            instance ->
                jobs.addAll(
                    Platform.call(
                        () ->
                            engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .active()
                                .list())));
    return jobs;
  }

  private Job job(Step step) {
    return pick(jobs(), step.which());
  }

  private void submit(String user, Task task, Map<String, Object> answer) {
    as(user, () -> engine.getFormService().submitTaskForm(task.getId(), Scenario.typed(answer)));
  }

  private void as(String user, Runnable action) {
    List<String> groups =
        user.startsWith("hats")
            ? HATS
            : List.of(
                user.replaceFirst("^scene-", "").replaceFirst("-2$", ""),
                "scene-team",
                user.contains("supervisor") ? "scene-team-supervisor" : "scene-team");
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      action.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** Nobody is there to be picked: a refusal like any other. */
  private static <T> T pick(List<T> from, int number) {
    if (from.isEmpty()) {
      throw new IllegalStateException("There is nothing to pick.");
    }
    return from.get(number % from.size());
  }
}
