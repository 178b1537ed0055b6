package org.alur.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alur.casework.CaseNumber;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.workload.ClaimRefused;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Plays a case through the real forms: whoever is asked answers what the scenario tells, and time
 * passes when nothing else is to be done. A test states only what is different from the usual
 * answers.
 */
public final class Scenario {

  /** More steps than any case takes: a scenario that goes round in circles ends here. */
  private static final int ENOUGH = 200;

  /**
   * Somebody who was asked for something.
   *
   * @param form the form that was shown
   * @param role the role that the model names
   * @param user who answered
   */
  public record Asked(String form, String role, String user) {}

  private final ProcessEngine engine;
  private final CaseNumber number;
  private final Map<String, Deque<Map<String, ?>>> answers = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Set<String> left = new HashSet<>();
  private boolean discussing;

  Scenario(ProcessEngine engine, CaseNumber number, Map<String, Map<String, ?>> usual) {
    this.engine = engine;
    this.number = number;
    usual.forEach((form, answer) -> answering(form, answer));
  }

  /** The case that is played. */
  public CaseNumber number() {
    return number;
  }

  /** What is answered to a form, one after the other; the last answer stays. */
  @SafeVarargs
  public final Scenario answering(String form, Map<String, ?>... inTurn) {
    Deque<Map<String, ?>> queue = new ArrayDeque<>();
    for (var answer : inTurn) {
      queue.add(answer);
    }
    answers.put(form, queue);
    return this;
  }

  /** What is answered to a form, one after the other; the last answer stays. */
  public Scenario answeringInTurn(String form, List<? extends Map<String, ?>> inTurn) {
    answers.put(form, new ArrayDeque<>(inTurn));
    return this;
  }

  /**
   * Conferences are what the scenario is about; in all others they are held as they are called, and
   * nobody speaks of them.
   */
  public Scenario discussing() {
    discussing = true;
    return this;
  }

  /** Nobody answers this form, so that time passes over it. */
  public Scenario leaving(String form) {
    left.add(form);
    return this;
  }

  /** Plays until nothing waits any more, neither for people nor for time. */
  public Scenario runs() {
    return runsUntil("");
  }

  /** Plays until nobody is asked for anything, and lets no time pass for that. */
  public Scenario runsUntilNobodyIsAsked() {
    for (int step = 0; step < ENOUGH; step++) {
      holdConferences();
      var task = tasks().stream().filter(each -> !left.contains(formOf(each))).findFirst();
      if (task.isPresent()) {
        answer(task.get());
      } else if (!letTimePass(ClockUtil.getCurrentTime().toInstant())) {
        return this;
      }
    }
    throw new IllegalStateException("The scenario goes round in circles: " + asked);
  }

  /** Plays until somebody is asked for a form. */
  public Scenario runsUntil(String form) {
    for (int step = 0; step < ENOUGH; step++) {
      holdConferences();
      var tasks = tasks();
      if (tasks.stream().anyMatch(task -> formOf(task).equals(form))) {
        return this;
      }
      var answered = tasks.stream().filter(task -> !left.contains(formOf(task))).findFirst();
      if (answered.isPresent()) {
        answer(answered.get());
      } else if (!letTimePass()) {
        return this;
      }
    }
    throw new IllegalStateException("The scenario goes round in circles: " + asked);
  }

  /** Answers one form as a certain user, who has to work on the task. */
  public void submits(String user, String form, Map<String, ?> answer) {
    var task = tasks().stream().filter(each -> formOf(each).equals(form)).findFirst().orElseThrow();
    if (!user.equals(task.getAssignee())) {
      Platform.run(() -> engine.getTaskService().setAssignee(task.getId(), user));
    }
    submit(task, user, answer);
  }

  private void answer(Task task) {
    var form = formOf(task);
    var role = roleOf(task);
    var user = task.getAssignee() == null ? claim(task, role) : task.getAssignee();
    submit(task, user, next(form));
    asked.add(new Asked(form, role.key(), user));
  }

  /** The first of the role who may do it takes the task. */
  private String claim(Task task, Role role) {
    for (var user : Crew.all(role)) {
      try {
        as(user, () -> engine.getTaskService().claim(task.getId(), user));
        return user;
      } catch (RuntimeException refused) {
        if (!isRefusal(refused)) {
          throw refused;
        }
      }
    }
    throw new IllegalStateException("Nobody may do " + task.getTaskDefinitionKey() + ".");
  }

  private static boolean isRefusal(Throwable thrown) {
    return thrown instanceof ClaimRefused
        || (thrown.getCause() != null && isRefusal(thrown.getCause()));
  }

  private Map<String, ?> next(String form) {
    var left = answers.getOrDefault(form, new ArrayDeque<>());
    assertThat(left).as("The answers of the scenario to " + form).isNotEmpty();
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  private void submit(Task task, String user, Map<String, ?> answer) {
    as(user, () -> engine.getFormService().submitTaskForm(task.getId(), typed(answer)));
  }

  /** The values as Tasklist sends them. */
  public static VariableMap typed(Map<String, ?> answer) {
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

  private void as(String user, Runnable action) {
    as(engine, user, action);
  }

  static void as(ProcessEngine engine, String user, Runnable action) {
    var role = Crew.roleOf(user).orElse(Role.CASEWORKER);
    engine.getIdentityService().setAuthentication(user, Crew.groups(role));
    try {
      action.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private List<Task> tasks() {
    return allTasks().stream()
        .filter(task -> discussing || !isOfConference(task.getProcessDefinitionId()))
        .toList();
  }

  private List<Task> allTasks() {
    return Platform.call(
        () ->
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list());
  }

  private static boolean isOfConference(String definition) {
    return definition.startsWith("case-conference:");
  }

  private void holdConferences() {
    while (!discussing) {
      var task =
          allTasks().stream()
              .filter(each -> isOfConference(each.getProcessDefinitionId()))
              .findFirst();
      if (task.isEmpty()) {
        return;
      }
      var user =
          task.get().getAssignee() == null
              ? claim(task.get(), Role.SUPERVISOR)
              : task.get().getAssignee();
      submit(task.get(), user, ConferenceAnswers.inAnyCase(formOf(task.get())));
    }
  }

  private String formOf(Task task) {
    var model =
        Platform.call(
            () ->
                engine.getRepositoryService().getBpmnModelInstance(task.getProcessDefinitionId()));
    return model
        .getModelElementById(task.getTaskDefinitionKey())
        .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
  }

  private Role roleOf(Task task) {
    List<Role> roles =
        Platform.call(() -> engine.getTaskService().getIdentityLinksForTask(task.getId())).stream()
            .map(IdentityLink::getGroupId)
            .flatMap(group -> Role.ofKey(String.valueOf(group)).stream())
            .toList();
    assertThat(roles).as("The role that " + task.getTaskDefinitionKey() + " is for").hasSize(1);
    return roles.get(0);
  }

  /** Moves the clock to the next timer of the case and lets it fire. */
  private boolean letTimePass() {
    return letTimePass(Instant.MAX);
  }

  private boolean letTimePass(Instant until) {
    var next =
        instances().stream()
            .flatMap(instance -> jobs(instance.getId()).stream())
            .filter(job -> !due(job).isAfter(until))
            .min(Comparator.comparing(Scenario::due));
    next.ifPresent(this::fire);
    return next.isPresent();
  }

  private void fire(Job job) {
    if (due(job).isAfter(ClockUtil.getCurrentTime().toInstant())) {
      // The job executor is never there in the very millisecond.
      moveTo(due(job).plusMillis(1));
    }
    Platform.run(() -> engine.getManagementService().executeJob(job.getId()));
  }

  private static Instant due(Job job) {
    return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
  }

  @SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
  private static void moveTo(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
  }

  private List<Job> jobs(String instance) {
    return Platform.call(
        () -> engine.getManagementService().createJobQuery().processInstanceId(instance).list());
  }

  private List<ProcessInstance> instances() {
    return Platform.call(
            () ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number.value())
                    .list())
        .stream()
        .filter(instance -> discussing || !isOfConference(instance.getProcessDefinitionId()))
        .toList();
  }

  /** Lets the next timer of the case fire although somebody is still being asked. */
  public Scenario isNotAnsweredInTime() {
    assertThat(letTimePass()).as("a timer that runs").isTrue();
    return this;
  }

  /** Whether a timer of the case still runs. */
  public boolean hasTimers() {
    return instances().stream().anyMatch(instance -> !jobs(instance.getId()).isEmpty());
  }

  /** Lets some time pass without anybody doing anything. */
  public Scenario waits(Duration time) {
    moveTo(ClockUtil.getCurrentTime().toInstant().plus(time));
    return this;
  }

  /** Who was asked for what, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The forms that were asked for, in order. */
  public List<String> forms() {
    return asked.stream().map(Asked::form).toList();
  }

  /** Whether anything of the case still waits. */
  public boolean isOver() {
    return instances().isEmpty();
  }

  /** The keys of the processes of the case that are still running. */
  public Set<String> running() {
    Set<String> keys = new TreeSet<>();
    instances()
        .forEach(instance -> keys.add(instance.getProcessDefinitionId().replaceFirst(":.*", "")));
    return keys;
  }

  /** The ids of everything that processes of the case have gone through. */
  public List<String> passed() {
    return instancesEver().stream()
        .flatMap(instance -> activities(instance).stream())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private List<HistoricActivityInstance> activities(String instance) {
    return Platform.call(
        () ->
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list());
  }

  /** The values that a variable has had in the processes of the case, end included. */
  public Set<Object> told(String variable) {
    Set<Object> values = new HashSet<>();
    for (var instance : instancesEver()) {
      Platform.call(
              () ->
                  engine
                      .getHistoryService()
                      .createHistoricVariableInstanceQuery()
                      .processInstanceId(instance)
                      .variableName(variable)
                      .list())
          .forEach(each -> values.add(each.getValue()));
    }
    return values;
  }

  private List<String> instancesEver() {
    return Platform.call(
            () ->
                engine
                    .getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number.value())
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list())
        .stream()
        .filter(instance -> discussing || !isOfConference(instance.getProcessDefinitionId()))
        .map(instance -> instance.getId())
        .toList();
  }
}
