package org.alur.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays one case: whoever is asked claims the task and answers, and time passes in between. */
@Component
@Profile("demo")
@SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
class DemoPlayer {

  /** More steps than any case takes: a script that goes round in circles ends here. */
  private static final int ENOUGH = 120;

  private final ProcessEngine engine;
  private final DemoCast cast;
  private final DemoFacts facts;

  DemoPlayer(ProcessEngine engine, DemoCast cast, DemoFacts facts) {
    this.engine = engine;
    this.cast = cast;
    this.facts = facts;
  }

  /**
   * Plays a case.
   *
   * @param now the moment that is never passed
   */
  void play(DemoScript script, Instant now) {
    try {
      var run = new Run(script, now);
      run.request();
      int step = 0;
      while (run.step()) {
        if (step++ > ENOUGH) {
          throw new IllegalStateException("It goes round in circles.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The demo case of %s could not be played until %s."
              .formatted(script.name(), script.until()),
          e);
    }
  }

  /** One case on its way. */
  private final class Run {

    private final DemoScript script;
    private final Instant end;
    private final DemoAnswers answers;
    private final DemoTime time;
    private String number = "";

    Run(DemoScript script, Instant end) throws IOException {
      this.script = script;
      this.end = end;
      this.answers = new DemoAnswers(script.groups());
      this.time = new DemoTime(new Random(script.name().hashCode()), end);
      moveTo(end.minus(script.age()));
    }

    void request() throws IOException {
      String user = cast.who(Role.INTAKE_OFFICER, script.isNorth());
      String definition =
          Platform.call(
              () ->
                  engine
                      .getRepositoryService()
                      .createProcessDefinitionQuery()
                      .processDefinitionKey(script.field().key())
                      .latestVersion()
                      .singleResult()
                      .getId());
      var answer = typed(answers.next("receive-request", words(user)));
      cast.as(
          user,
          () ->
              number =
                  engine.getFormService().submitStartForm(definition, answer).getBusinessKey());
    }

    /** Does what comes next; false when the script has come to its end. */
    boolean step() throws IOException {
      List<Task> tasks = tasks();
      if (tasks.stream().anyMatch(task -> formOf(task).equals(script.until()))) {
        return false;
      }
      Optional<Job> timer = timer();
      if (timer.isPresent() && (tasks.isEmpty() || !due(timer.get()).isAfter(now()))) {
        return fire(timer.get());
      }
      if (tasks.isEmpty()) {
        return false;
      }
      answer(tasks.get(0));
      return true;
    }

    private boolean fire(Job timer) {
      if (due(timer).isAfter(end)) {
        return false;
      }
      if (due(timer).isAfter(now())) {
        moveTo(due(timer));
      }
      Platform.run(() -> engine.getManagementService().executeJob(timer.getId()));
      return true;
    }

    private void answer(Task task) throws IOException {
      moveTo(time.next(now(), script.answers()));
      String user = user(task);
      if (task.getAssignee() == null) {
        cast.as(user, () -> engine.getTaskService().claim(task.getId(), user));
      }
      var answer = typed(answers.next(formOf(task), words(user)));
      cast.as(user, () -> engine.getFormService().submitTaskForm(task.getId(), answer));
    }

    private String user(Task task) {
      return task.getAssignee() != null
          ? task.getAssignee()
          : cast.who(roleOf(task), script.isNorth());
    }

    private DemoWords words(String user) {
      return new DemoWords(
          now(),
          Map.of(
              "name", script::name,
              "family", script::family,
              "sex", script::sex,
              "born", () -> script.born().toString(),
              "nik", script::nik,
              "village", script::village,
              "district", script::district,
              "member", () -> facts.member(number),
              "drawing", () -> facts.drawing(number, user)));
    }

    private List<Task> tasks() {
      return Platform.call(
          () ->
              engine
                  .getTaskService()
                  .createTaskQuery()
                  .processInstanceBusinessKey(number)
                  .orderByTaskCreateTime()
                  .asc()
                  .orderByTaskId()
                  .asc()
                  .list());
    }

    private Optional<Job> timer() {
      return Platform.call(
          () ->
              engine
                  .getRuntimeService()
                  .createProcessInstanceQuery()
                  .processInstanceBusinessKey(number)
                  .list()
                  .stream()
                  .flatMap(
                      instance ->
                          engine
                              .getManagementService()
                              .createJobQuery()
                              .processInstanceId(instance.getId())
                              .list()
                              .stream())
                  .min(Comparator.comparing(DemoPlayer::due)));
    }
  }

  private String formOf(Task task) {
    return Platform.call(
        () ->
            engine
                .getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey())
                .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"));
  }

  private Role roleOf(Task task) {
    return Platform.call(() -> engine.getTaskService().getIdentityLinksForTask(task.getId()))
        .stream()
        .map(IdentityLink::getGroupId)
        .flatMap(group -> Role.ofKey(String.valueOf(group)).stream())
        .findFirst()
        .orElseThrow();
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

  private static Instant due(Job job) {
    return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private static void moveTo(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
  }
}
