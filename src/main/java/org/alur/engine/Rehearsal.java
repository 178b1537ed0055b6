package org.alur.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets made-up people do their work as they would after a login, at a time that has passed: with
 * the same forms, rules and rights as everybody. For demonstrations only.
 */
@Component
@Profile("demo")
@SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
public class Rehearsal {

  /**
   * A task that waits for somebody.
   *
   * @param form the form that it asks for
   * @param assignee who works on it
   * @param groups those of whom somebody has to do it
   */
  public record Step(String id, String form, Optional<String> assignee, List<String> groups) {

    public Step {
      groups = List.copyOf(groups);
    }
  }

  /**
   * A time that a process waits for.
   *
   * @param due the beginning of time if it is due at once
   */
  public record Timer(String id, Instant due) {}

  private final ProcessEngine engine;
  private final JdbcClient database;
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  /** By definition and task, neither of which ever changes. */
  private final Map<String, String> forms = new ConcurrentHashMap<>();

  Rehearsal(ProcessEngine engine, JdbcClient database) {
    this.engine = engine;
    this.database = database;
  }

  /** What time it is for the engine. */
  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock of the whole engine. */
  public void moveTo(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
  }

  /** Sets the clock right again. */
  public void backToNow() {
    ClockUtil.reset();
  }

  /**
   * Submits the start form of a process.
   *
   * @return the number of the case that it opens
   */
  public String begin(String user, String process, Map<String, Object> answer) {
    String definition =
        Platform.call(
            () ->
                engine
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId());
    return as(
        user,
        () -> engine.getFormService().submitStartForm(definition, typed(answer)).getBusinessKey());
  }

  /** Takes a task and submits its form. */
  public void complete(String user, Step step, Map<String, Object> answer) {
    as(
        user,
        () -> {
          if (step.assignee().isEmpty()) {
            engine.getTaskService().claim(step.id(), user);
          }
          engine.getFormService().submitTaskForm(step.id(), typed(answer));
          return Boolean.TRUE;
        });
  }

  /** What waits for somebody in a case, the oldest first. */
  public List<Step> steps(String caseNumber) {
    return database
        .sql(
            """
            SELECT t.id_, t.proc_def_id_, t.task_def_key_, t.assignee_,
              array(SELECT l.group_id_ FROM act_ru_identitylink l
                WHERE l.task_id_ = t.id_ AND l.group_id_ IS NOT NULL) AS groups
            FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
            WHERE e.business_key_ = :number ORDER BY t.create_time_, t.task_def_key_, t.id_
            """)
        .param("number", caseNumber)
        .query(
            (columns, row) ->
                new Step(
                    columns.getString("id_"),
                    form(columns.getString("proc_def_id_"), columns.getString("task_def_key_")),
                    Optional.ofNullable(columns.getString("assignee_")),
                    Arrays.asList((String[]) columns.getArray("groups").getArray())))
        .list();
  }

  private String form(String definition, String task) {
    return forms.computeIfAbsent(
        definition + " " + task,
        key ->
            Platform.call(
                () -> {
                  UserTask found =
                      engine
                          .getRepositoryService()
                          .getBpmnModelInstance(definition)
                          .getModelElementById(task);
                  return found.getCamundaFormRef();
                }));
  }

  /** The time that comes next in a case. */
  public Optional<Timer> nextTimer(String caseNumber) {
    return database
        .sql(
            """
            SELECT j.id_, j.duedate_ FROM act_ru_job j
            JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
            WHERE e.business_key_ = :number ORDER BY j.duedate_ NULLS FIRST, j.id_ LIMIT 1
            """)
        .param("number", caseNumber)
        .query(
            (columns, row) ->
                new Timer(
                    columns.getString("id_"),
                    Optional.ofNullable(columns.getTimestamp("duedate_"))
                        .map(Date::toInstant)
                        .orElse(Instant.EPOCH)))
        .optional();
  }

  /** Lets a timer fire. */
  public void fire(Timer timer) {
    Platform.run(() -> engine.getManagementService().executeJob(timer.id()));
  }

  private <T> T as(String user, Supplier<T> action) {
    var identities = engine.getIdentityService();
    identities.setAuthentication(user, groups.computeIfAbsent(user, this::groupsOf));
    try {
      return action.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  private List<String> groupsOf(String user) {
    return Platform.call(
        () ->
            engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList());
  }

  private static VariableMap typed(Map<String, Object> answer) {
    var variables = Variables.createVariables();
    answer.forEach(
        (key, value) ->
            variables.put(
                key,
                value instanceof List<?> || value instanceof Map<?, ?>
                    ? SpinValues.jsonValue(Spin.JSON(value).toString()).create()
                    : value));
    return variables;
  }
}
