package org.alur.deadlines;

import java.time.Instant;
import java.util.Date;
import org.alur.casework.RiskChanged;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets due date, reminder and priority of the tasks of a case. */
@Component
class Deadlines {

  private final CaseClocks clocks;
  private final DeadlineDecision decision;
  private final OfficeCalendar calendar;
  private final TaskService tasks;
  private final WithoutRights withoutRights;

  Deadlines(
      CaseClocks clocks,
      DeadlineDecision decision,
      OfficeCalendar calendar,
      TaskService tasks,
      WithoutRights withoutRights) {
    this.clocks = clocks;
    this.decision = decision;
    this.calendar = calendar;
    this.tasks = tasks;
    this.withoutRights = withoutRights;
  }

  /** Sets them as the case is now; a process that belongs to no case has no deadlines. */
  void set(DelegateTask task) {
    clocks.find(task.getExecution().getProcessBusinessKey()).ifPresent(clock -> set(task, clock));
  }

  private void set(DelegateTask task, CaseClock clock) {
    var allowance =
        decision.allowance(clock.riskLevel(), task.getTaskDefinitionKey(), clock.field());
    var start =
        allowance.countedFrom() == CountedFrom.STAGE
            ? clock.stageEnteredAt()
            : task.getCreateTime().toInstant();
    task.setDueDate(date(start, allowance.due(), allowance, clock));
    task.setFollowUpDate(date(start, allowance.followUp(), allowance, clock));
    task.setPriority(allowance.priority());
  }

  private Date date(Instant start, String amount, Allowance allowance, CaseClock clock) {
    return Date.from(calendar.after(start, amount, allowance.countedIn(), clock.place()));
  }

  /** What is open already becomes more, or less, urgent with the case. */
  @EventListener
  void on(RiskChanged event) {
    withoutRights.run(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(event.number().value())
                .unlimitedList()
                .forEach(
                    task -> {
                      set((TaskEntity) task);
                      tasks.saveTask(task);
                    }));
  }
}
