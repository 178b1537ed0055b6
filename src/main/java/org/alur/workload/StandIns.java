package org.alur.workload;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alur.engine.Faults;
import org.alur.engine.WithoutRights;
import org.alur.organisation.AbsenceSaved;
import org.alur.workload.LentWork.Lent;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the open tasks of somebody who is absent to the deputy, and those that are still open back
 * to whoever has returned. New tasks go to the deputy by {@link Allocation}, and back from here.
 */
@Component
class StandIns {

  private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);

  private final TaskService tasks;
  private final LentWork lentWork;
  private final Deputies deputies;
  private final ClaimRules rules;
  private final WithoutRights withoutRights;
  private final TransactionTemplate transaction;

  StandIns(
      TaskService tasks,
      LentWork lentWork,
      Deputies deputies,
      ClaimRules rules,
      WithoutRights withoutRights,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.lentWork = lentWork;
    this.deputies = deputies;
    this.rules = rules;
    this.withoutRights = withoutRights;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void on(AbsenceSaved event) {
    handOver(event.absence().userId());
    giveBack(event.absence().userId());
  }

  /**
   * Every few minutes, on every node: absences begin and end at midnight. Doing it twice changes
   * nothing, and one person's tasks do not keep back those of another.
   */
  @Scheduled(initialDelayString = "PT45S", fixedDelayString = "PT10M")
  public void followTheCalendar() {
    for (var user : concerned()) {
      Faults.attempt(
          LOG,
          "The tasks of an absence could not be moved.",
          () ->
              transaction.executeWithoutResult(
                  status -> {
                    handOver(user);
                    giveBack(user);
                  }));
    }
  }

  /** Who is or was away with tasks that may have to move. */
  private Set<String> concerned() {
    var users = new TreeSet<>(lentWork.owners());
    users.addAll(deputies.concerned());
    return users;
  }

  private void handOver(String user) {
    deputies
        .insteadOf(user)
        .filter(deputy -> !deputies.isAbsent(deputy))
        .ifPresent(
            deputy ->
                withoutRights.run(
                    () -> {
                      tasks.createTaskQuery().taskAssignee(user).unlimitedList().stream()
                          .map(TaskEntity.class::cast)
                          .forEach(task -> handOver(task, user, deputy));
                      lentWork.of(user).stream()
                          .filter(lent -> !lent.deputy().equals(deputy))
                          .forEach(lent -> handOn(lent, deputy));
                    }));
  }

  /** From the deputy of before to the one of now. */
  private void handOn(Lent lent, String deputy) {
    stillLent(lent).ifPresent(task -> handOver(task, lent.deputy(), deputy));
  }

  private void handOver(TaskEntity task, String from, String deputy) {
    if (rules.refusal(task, deputy).isEmpty()) {
      lentWork.lend(task.getId(), from, deputy);
      tasks.setAssignee(task.getId(), deputy);
    }
  }

  private void giveBack(String user) {
    if (!deputies.isAbsent(user)) {
      withoutRights.run(() -> lentWork.of(user).forEach(this::giveBack));
    }
  }

  private void giveBack(Lent lent) {
    if (lentWork.forget(lent.task())) {
      stillLent(lent)
          .filter(task -> rules.refusal(task, lent.owner()).isEmpty())
          .ifPresent(task -> tasks.setAssignee(task.getId(), lent.owner()));
    }
  }

  private Optional<TaskEntity> stillLent(Lent lent) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(lent.task()).singleResult())
        .map(TaskEntity.class::cast)
        .filter(lent::isHeld);
  }
}
