package org.alur.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.deadlines.EscalationRegister.Due;
import org.alur.engine.WithoutRights;
import org.alur.workload.LateWork;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells step by step further up that something is late, each rung in a transaction of its own. */
@Component
class EscalationLadder {

  private static final Logger LOG = LoggerFactory.getLogger(EscalationLadder.class);

  private final DeadlineRegister deadlines;
  private final EscalationRegister register;
  private final Superiors superiors;
  private final LateWork escalated;
  private final EscalationMails mails;
  private final TaskService tasks;
  private final WithoutRights withoutRights;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EscalationLadder(
      DeadlineRegister deadlines,
      EscalationRegister register,
      Superiors superiors,
      LateWork escalated,
      EscalationMails mails,
      TaskService tasks,
      WithoutRights withoutRights,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.deadlines = deadlines;
    this.register = register;
    this.superiors = superiors;
    this.escalated = escalated;
    this.mails = mails;
    this.tasks = tasks;
    this.withoutRights = withoutRights;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Climbs one rung.
   *
   * @return whether this call did it; false if it was done already or the step is no longer open
   */
  boolean climb(Due due) {
    return Boolean.TRUE.equals(transaction.execute(status -> climbNow(due)));
  }

  private boolean climbNow(Due due) {
    var deadline = deadlines.findOpen(due.deadline());
    if (deadline.isEmpty()) {
      return false;
    }
    var task = task(deadline.get());
    if (task.isEmpty()) {
      // The task went another way than through its listeners: nothing is late any more.
      deadlines.close(deadline.get().taskId(), clock.instant());
      return false;
    }
    var escalation = escalation(deadline.get(), due.rung(), task.get());
    boolean first = register.enter(escalation, clock.instant());
    if (first) {
      tell(escalation);
    }
    return first;
  }

  private Escalation escalation(Deadline deadline, Rung rung, Task task) {
    return new Escalation(
        UUID.randomUUID(),
        deadline,
        rung,
        moment(deadline.now(), rung),
        superiors.of(deadline, rung, Optional.ofNullable(task.getAssignee())));
  }

  private static Instant moment(TimeLimits limits, Rung rung) {
    return switch (rung) {
      case REMINDER -> limits.remindAt();
      case SUPERVISOR -> limits.targetAt();
      case AGENCY_HEAD -> limits.fatalAt();
    };
  }

  private void tell(Escalation escalation) {
    var deadline = escalation.deadline();
    if (escalation.rung() != Rung.REMINDER) {
      escalated.mark(deadline.taskId(), escalation.rung().name());
    }
    mails.queue(escalation);
    if (escalation.rung() == Rung.SUPERVISOR) {
      events.publishEvent(new StepEscalated(deadline.number(), deadline.step()));
    }
    LOG.info("{}: {} is escalated, {}.", deadline.number(), deadline.step(), escalation.rung());
  }

  private Optional<Task> task(Deadline deadline) {
    return withoutRights.call(
        () ->
            Optional.ofNullable(tasks.createTaskQuery().taskId(deadline.taskId()).singleResult()));
  }
}
