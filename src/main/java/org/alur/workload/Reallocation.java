package org.alur.workload;

import org.alur.casework.CaseSealed;
import org.alur.casework.ConflictDeclared;
import org.alur.casework.LeadAssigned;
import org.alur.engine.WithoutRights;
import org.alur.organisation.Role;
import org.alur.organisation.WorkerSaved;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives open tasks to other people when the people of a case change. */
@Component
class Reallocation {

  private final TaskService tasks;
  private final Allocation allocation;
  private final ClaimRules rules;
  private final TaskRights rights;
  private final LentWork lentWork;
  private final WithoutRights withoutRights;

  Reallocation(
      TaskService tasks,
      Allocation allocation,
      ClaimRules rules,
      TaskRights rights,
      LentWork lentWork,
      WithoutRights withoutRights) {
    this.tasks = tasks;
    this.allocation = allocation;
    this.rules = rules;
    this.rights = rights;
    this.lentWork = lentWork;
    this.withoutRights = withoutRights;
  }

  /** What waits in a queue may now be the lead's, or in the queue of another team. */
  @EventListener
  void on(LeadAssigned event) {
    withoutRights.run(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(event.number().value())
                .taskUnassigned()
                .unlimitedList()
                .stream()
                .map(TaskEntity.class::cast)
                // The task whose taking makes the lead is not stored yet.
                .filter(task -> task.getAssignee() == null)
                .forEach(this::allocateAgain));
    event
        .previous()
        .filter(previous -> !previous.equals(event.lead()))
        .ifPresent(previous -> withoutRights.run(() -> takeOver(event, previous)));
  }

  /**
   * What the former lead had open, or a deputy instead, is the new one's or that one's deputy's.
   */
  private void takeOver(LeadAssigned event, String previous) {
    var lent = lentWork.of(previous);
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(event.number().value())
        .taskAssigned()
        .unlimitedList()
        .stream()
        .map(TaskEntity.class::cast)
        .filter(task -> TaskRole.of(task).filter(role -> role == Role.CASEWORKER).isPresent())
        .filter(
            task ->
                previous.equals(task.getAssignee())
                    || lent.stream().anyMatch(each -> each.isHeld(task)))
        .forEach(this::giveAway);
  }

  /** What others have open is no longer for the eyes of the team. */
  @EventListener
  void on(CaseSealed event) {
    withoutRights.run(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(event.number().value())
                .unlimitedList()
                .stream()
                .map(TaskEntity.class::cast)
                // The task with whose form the case was sealed may be over already.
                .filter(task -> !task.isDeleted())
                .forEach(rights::renew));
  }

  private void allocateAgain(TaskEntity task) {
    if (!allocation.allocateAgain(task)) {
      allocation.showInQueueOfTeam(task);
      rights.renew(task);
    }
  }

  /** The tasks of somebody who may not do them any more go back to the queue. */
  @EventListener
  @Order(1) // after the groups have changed
  void on(WorkerSaved event) {
    takeAway(event.worker().userId());
  }

  /** As are those of somebody who is too close to whom a case is about. */
  @EventListener
  void on(ConflictDeclared event) {
    takeAway(event.userId());
  }

  private void takeAway(String user) {
    withoutRights.run(
        () ->
            tasks.createTaskQuery().taskAssignee(user).unlimitedList().stream()
                .map(TaskEntity.class::cast)
                .filter(task -> rules.refusal(task, user).isPresent())
                .forEach(this::giveAway));
  }

  private void giveAway(TaskEntity task) {
    if (!allocation.allocateAgain(task)) {
      tasks.setAssignee(task.getId(), null);
    }
  }
}
