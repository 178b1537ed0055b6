package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.Cases;
import org.alur.coercion.CoerciveMeasures;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.alur.support.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who holds every role and every right tries to do two parts of one measure, by every door
 * that leads to a task.
 */
@AlurTest
class MeasureIdentityTest {

  /** All roles that have a part in a measure, in one person. */
  private static final String MANY = "many-hats";

  private static final Set<Role> HATS =
      Set.of(Role.CASEWORKER, Role.CLINICIAN, Role.SUPERVISOR, Role.AGENCY_HEAD);
  private static final String PASSWORD = "Topi-Banyak-4";
  private static final List<String> PATHS =
      List.of("/engine-rest", "/camunda/api/engine/engine/default");

  private static final Map<String, Map<String, Object>> ANSWERS =
      Map.of(
          "give-second-opinion", Map.of("opinion", "Yes.", "agrees", "YES"),
          "approve-measure", Map.of("approval", "YES"),
          "approve-long-placement", Map.of("approval", "YES"),
          "review-measure",
              Map.of(
                  "clientHeard", true,
                  "clientView", "He wants to go home.",
                  "outcome", "CONTINUE",
                  "reason", "The danger is the same."));

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;
  @Autowired Cases cases;
  @Autowired JdbcClient database;

  private Scenario scenario;

  @BeforeEach
  void somebody_wears_many_hats_and_may_do_everything() {
    scenario = measures.guarding(measures.aCaseWithAttempts());
    database
        .sql(
            """
            INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)
            VALUES (:user, 'Topi Banyak', 'scene-office', 'STR-MANY', '2099-12-31')
            ON CONFLICT (user_id) DO UPDATE SET str_valid_until = '2099-12-31', active = true
            """)
        .param("user", MANY)
        .update();
    HATS.forEach(role -> row("worker_roles", role.name()));
    row("worker_teams", "scene-team', 'scene-office");
    People.add(identity, MANY, PASSWORD, "caseworker");
    for (Resources resource : Resources.values()) {
      Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      all.setUserId(MANY);
      all.setResource(resource);
      all.setResourceId(Authorization.ANY);
      all.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(all);
    }
  }

  private void row(String table, String values) {
    database
        .sql(
            "INSERT INTO %s VALUES ('%s', '%s') ON CONFLICT DO NOTHING"
                .formatted(table, MANY, values))
        .update();
  }

  @AfterEach
  void everything_is_as_before() {
    authorizations
        .createAuthorizationQuery()
        .userIdIn(MANY)
        .list()
        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    identity.deleteUser(MANY);
    // Other tests would ask whoever works in their office.
    database
        .sql("UPDATE workers SET active = false WHERE user_id = :user")
        .param("user", MANY)
        .update();
    ClockUtil.reset();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          give-second-opinion    | who asked             | already had a part in this measure
          give-second-opinion    | who leads the case    | You lead this case
          give-second-opinion    | whose licence is over | licence
          approve-measure        | who asked             | already had a part in this measure
          approve-measure        | who gave the opinion  | already had a part in this measure
          approve-long-placement | who asked             | already had a part in this measure
          approve-long-placement | who gave the opinion  | already had a part in this measure
          approve-long-placement | who approved          | already had a part in this measure
          review-measure         | who asked             | You asked for this measure
          """)
  void nobody_does_two_parts_of_a_measure_by_any_door(String form, String who, String sentence) {
    bring(form, who);
    String before = state();
    String id = task(form).getId();

    SoftAssertions softly = new SoftAssertions();
    doors(task(form), answer(form))
        .forEach((door, call) -> softly.assertThat(refusal(call)).as(door).isNotEmpty());
    softly
        .assertThat(refusal(() -> tasks.setAssignee(id, MANY)))
        .containsAnyOf(sentence, "did the work that is approved here");
    softly.assertThat(task(form).getAssignee()).as("who has the task").isNotEqualTo(MANY);
    softly.assertThat(state()).as("the file").isEqualTo(before);
    softly.assertAll();

    // Even if the task were theirs in the engine's own table, the form refuses them.
    database
        .sql("UPDATE act_ru_task SET assignee_ = :user WHERE id_ = :task")
        .param("user", MANY)
        .param("task", task(form).getId())
        .update();
    for (String path : PATHS) {
      var answer = submit(path, task(form), answer(form));
      assertThat(answer).startsWith("400").contains(sentence);
    }
    assertThat(state()).isEqualTo(before);
  }

  /** Plays until the form is asked for, with the person of many hats in another part before. */
  private void bring(String form, String who) {
    scenario.answering("request-measure", placement());
    switch (who) {
      case "who asked" -> plays("request-measure", placement());
      case "who gave the opinion" -> plays("give-second-opinion", answer("give-second-opinion"));
      case "who approved" -> plays("approve-measure", answer("approve-measure"));
      default -> {}
    }
    scenario.runsUntil(form);
    if (who.startsWith("who leads")) {
      cases.assignLead(scenario.number(), MANY, "ida");
    } else if (who.startsWith("whose licence")) {
      database
          .sql("UPDATE workers SET str_valid_until = '2020-01-01' WHERE user_id = :user")
          .param("user", MANY)
          .update();
    }
  }

  private static Map<String, Object> answer(String form) {
    return Objects.requireNonNull(ANSWERS.get(form));
  }

  private void plays(String form, Map<String, Object> answer) {
    scenario.runsUntil(form);
    scenario.submits(MANY, form, answer);
  }

  private Map<String, Object> placement() {
    var request = measures.request("INSTITUTION_PLACEMENT", "COURT_MEASURE", Duration.ofDays(60));
    request.put(
        "orderEndsAt",
        Measures.quarter(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(61))));
    return request;
  }

  private Task task(String form) {
    return Platform.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(scenario.number().value())
                .taskDefinitionKeyLike("UserTask\\_" + pascal(form))
                .singleResult());
  }

  private static String pascal(String form) {
    return Stream.of(form.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private String state() {
    return database
        .sql(
            """
            SELECT concat_ws(' ', status, second_opinion_by, approved_by, head_approved_by,
              (SELECT count(*) FROM coercive_reviews WHERE measure_id = m.id),
              (SELECT count(*) FROM case_records r WHERE r.case_number = m.case_number))
            FROM coercive_measures m WHERE case_number = :number
            """)
        .param("number", scenario.number().value())
        .query(String.class)
        .single();
  }

  /** Each way to get or to do the task. */
  private Map<String, ThrowingCallable> doors(Task task, Map<String, Object> answer) {
    Map<String, ThrowingCallable> doors = new LinkedHashMap<>(takings(task));
    String variables = variables(answer);
    for (String path : PATHS) {
      var user = visitor(path);
      String here = path + "/task/" + task.getId();
      for (String door : List.of("claim", "assignee", "delegate")) {
        doors.put(
            here + "/" + door,
            () -> sent(user, "POST", here + "/" + door, "{\"userId\": \"" + MANY + "\"}"));
      }
      doors.put("PUT " + here, () -> sent(user, "PUT", here, "{\"assignee\": \"" + MANY + "\"}"));
      for (String door : List.of("submit-form", "complete", "resolve")) {
        doors.put(
            here + "/" + door,
            () -> sent(user, "POST", here + "/" + door, "{\"variables\": " + variables + "}"));
      }
    }
    doors.put("submit form", () -> forms.submitTaskForm(task.getId(), Map.copyOf(answer)));
    doors.put("complete", () -> tasks.complete(task.getId(), Map.copyOf(answer)));
    doors.put("resolve", () -> tasks.resolveTask(task.getId(), Map.copyOf(answer)));
    return doors;
  }

  private Map<String, ThrowingCallable> takings(Task task) {
    Map<String, ThrowingCallable> takings = new LinkedHashMap<>();
    takings.put("claim", () -> tasks.claim(task.getId(), MANY));
    takings.put("assign", () -> tasks.setAssignee(task.getId(), MANY));
    takings.put("delegate", () -> tasks.delegateTask(task.getId(), MANY));
    takings.put(
        "save",
        () -> {
          var changed = tasks.createTaskQuery().taskId(task.getId()).singleResult();
          changed.setAssignee(MANY);
          tasks.saveTask(changed);
        });
    return takings;
  }

  /** What a door answers to the person of many hats; empty if it let them through. */
  private String refusal(ThrowingCallable door) {
    identity.setAuthentication(
        MANY, Stream.concat(HATS.stream().map(Role::key), Stream.of("scene-team")).toList());
    try {
      door.call();
      return "";
    } catch (Throwable refused) {
      return String.valueOf(refused.getMessage());
    } finally {
      identity.clearAuthentication();
    }
  }

  private static void sent(Visitor user, String method, String path, String body) {
    var answer = user.send(method, path, body);
    if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    if (answer.statusCode() >= 500) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  private String submit(String path, Task task, Map<String, Object> answer) {
    var sent =
        visitor(path)
            .send(
                "POST",
                path + "/task/" + task.getId() + "/submit-form",
                "{\"variables\": " + variables(answer) + "}");
    return sent.statusCode() + " " + sent.body();
  }

  private final Map<String, Visitor> visitors = new LinkedHashMap<>();

  private Visitor visitor(String path) {
    return visitors.computeIfAbsent(
        path,
        any ->
            path.startsWith("/engine-rest")
                ? Visitor.program(port, MANY, PASSWORD)
                : Visitor.browser(port, MANY, PASSWORD));
  }

  private static String variables(Map<String, Object> answer) {
    List<String> each = new ArrayList<>();
    answer.forEach(
        (key, value) ->
            each.add(
                "\"%s\": {\"value\": %s}"
                    .formatted(key, value instanceof Boolean ? value : "\"" + value + "\"")));
    return "{" + String.join(", ", each) + "}";
  }
}
