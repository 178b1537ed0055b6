package org.alur.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.RiskChanged;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.deadlines.Allowance.CountedIn;
import org.alur.engine.WithoutRights;
import org.alur.workload.LateWork;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets due date, reminder and priority of the tasks of a case, and keeps what was promised. */
@Component
class Deadlines {

  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

  private final CaseClocks clocks;
  private final Timing timing;
  private final List<AgreedTime> agreedTimes;
  private final DeadlineRegister register;
  private final DelayRegister delays;
  private final EscalationRegister escalations;
  private final LateWork escalated;
  private final TaskService tasks;
  private final WithoutRights withoutRights;
  private final Clock clock;

  Deadlines(
      CaseClocks clocks,
      Timing timing,
      List<AgreedTime> agreedTimes,
      DeadlineRegister register,
      DelayRegister delays,
      EscalationRegister escalations,
      LateWork escalated,
      TaskService tasks,
      WithoutRights withoutRights,
      Clock clock) {
    this.clocks = clocks;
    this.timing = timing;
    this.agreedTimes = List.copyOf(agreedTimes);
    this.register = register;
    this.delays = delays;
    this.escalations = escalations;
    this.escalated = escalated;
    this.tasks = tasks;
    this.withoutRights = withoutRights;
    this.clock = clock;
  }

  /** Sets them for a new task; a process that belongs to no case has no deadlines. */
  void set(DelegateTask task) {
    var number = task.getExecution().getProcessBusinessKey();
    clocks.find(number).ifPresent(caseClock -> set(task, new CaseNumber(number), caseClock));
  }

  private void set(DelegateTask task, CaseNumber number, CaseClock caseClock) {
    var given = given(task, caseClock);
    var occurrence =
        given.countedFrom() == CountedFrom.STAGE
            ? caseClock.stageEnteredAt().toString()
            : task.getId();
    register.enter(
        new Deadline(
            UUID.randomUUID(),
            number,
            task.getTaskDefinitionKey(),
            task.getName(),
            task.getId(),
            occurrence,
            given.countedIn(),
            given.limits(),
            given.limits(),
            given.law().map(LegalLimit::basis),
            given.lawEndsAt()),
        clock.instant());
    show(task, given.limits());
    task.setPriority(given.priority());
    markIfLateAlready(task, number, occurrence);
  }

  /** A step that comes again within the same time is as late as it was. */
  private void markIfLateAlready(DelegateTask task, CaseNumber number, String occurrence) {
    escalations
        .highest(number, task.getTaskDefinitionKey(), occurrence)
        .filter(rung -> rung != Rung.REMINDER)
        .ifPresent(rung -> escalated.mark(task, rung.name()));
  }

  /** Gives a deadline to the tasks that have none, each by itself. */
  void catchUp() {
    for (var id : register.tasksWithout()) {
      try {
        withoutRights.run(() -> setFor(id));
      } catch (RuntimeException cause) {
        LOG.error("Task {} could not be given a deadline; the next round tries again.", id);
        LOG.debug("Task {} could not be given a deadline.", id, cause);
      }
    }
  }

  private void setFor(String id) {
    var task = (TaskEntity) tasks.createTaskQuery().taskId(id).singleResult();
    if (task != null) {
      set(task);
      tasks.saveTask(task);
    }
  }

  private Timing.Given given(DelegateTask task, CaseClock caseClock) {
    var step = task.getTaskDefinitionKey();
    return timing.of(
        step,
        task.getCreateTime().toInstant(),
        LawClock.COUNTS_FROM.find(task).map(Instant::parse),
        agreed(step, task),
        caseClock);
  }

  private Optional<Instant> agreed(String step, DelegateTask task) {
    return agreedTimes.stream()
        .filter(each -> each.steps().contains(step))
        .flatMap(
            each ->
                each
                    .of(
                        step,
                        new CaseNumber(task.getExecution().getProcessBusinessKey()),
                        task.getVariables())
                    .stream())
        .findFirst();
  }

  private static void show(DelegateTask task, TimeLimits limits) {
    task.setDueDate(Date.from(limits.targetAt()));
    task.setFollowUpDate(Date.from(limits.remindAt()));
  }

  /** A task that was done or went away has no deadline any more. */
  void close(DelegateTask task) {
    register.close(task.getId(), clock.instant());
  }

  /** What is open already becomes more, or less, urgent with the case. */
  @EventListener
  void on(RiskChanged event) {
    clocks
        .find(event.number().value())
        .ifPresent(
            caseClock ->
                withoutRights.run(
                    () ->
                        tasks
                            .createTaskQuery()
                            .processInstanceBusinessKey(event.number().value())
                            .unlimitedList()
                            .forEach(task -> setAnew((TaskEntity) task, caseClock))));
  }

  private void setAnew(TaskEntity task, CaseClock caseClock) {
    register
        .ofTask(task.getId())
        .ifPresentOrElse(deadline -> setAnew(task, deadline, caseClock), () -> set(task));
    tasks.saveTask(task);
  }

  /** Whatever has changed meanwhile: nothing is later than the law said at first. */
  private void setAnew(TaskEntity task, Deadline deadline, CaseClock caseClock) {
    var given = given(task, caseClock);
    var limits =
        deadline.legalUntil().map(given.limits()::notAfter).orElseGet(() -> given.limits());
    task.setPriority(given.priority());
    move(task, deadline.id(), limits, given.countedIn(), caseClock.place());
  }

  private void move(
      TaskEntity task, UUID deadline, TimeLimits first, CountedIn countedIn, OfficePlace place) {
    var now = timing.later(first, delays.daysOf(deadline), countedIn, place);
    register.change(deadline, countedIn, first, now);
    show(task, now);
  }

  /** Shows in the task what its suspension or extension made of the deadline. */
  void moveByDelays(Deadline deadline, OfficePlace place) {
    withoutRights.run(
        () -> {
          var task = tasks.createTaskQuery().taskId(deadline.taskId()).singleResult();
          move((TaskEntity) task, deadline.id(), deadline.first(), deadline.countedIn(), place);
          tasks.saveTask(task);
        });
  }
}
