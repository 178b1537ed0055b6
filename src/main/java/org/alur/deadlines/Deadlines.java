package org.alur.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.alur.casework.RiskChanged;
import org.alur.catalogue.Field;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.engine.WithoutRights;
import org.alur.organisation.OfficeTime;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets due date, reminder and priority of the tasks of a case. */
@Component
class Deadlines {

  private final JdbcClient jdbc;
  private final DeadlineDecision decision;
  private final OfficeCalendar calendar;
  private final TaskService tasks;
  private final WithoutRights withoutRights;
  private final ZoneId defaultZone;

  Deadlines(
      JdbcClient jdbc,
      DeadlineDecision decision,
      OfficeCalendar calendar,
      TaskService tasks,
      WithoutRights withoutRights,
      @Value("${alur.workload.zone:Asia/Jakarta}") String defaultZone) {
    this.jdbc = jdbc;
    this.decision = decision;
    this.calendar = calendar;
    this.tasks = tasks;
    this.withoutRights = withoutRights;
    this.defaultZone = ZoneId.of(defaultZone);
  }

  /** Sets them as the case is now; a process that belongs to no case has no deadlines. */
  void set(DelegateTask task) {
    find(task.getExecution().getProcessBusinessKey()).ifPresent(clock -> set(task, clock));
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
    return Date.from(calendar.after(start, amount, allowance.countedIn(), clock.zone()));
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

  private Optional<CaseClock> find(@Nullable String caseNumber) {
    if (caseNumber == null) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            SELECT c.field, c.risk_level, c.stage_entered_at, o.time_zone
            FROM cases c LEFT JOIN offices o ON o.id = c.office_id
            WHERE c.number = :number
            """)
        .param("number", caseNumber)
        .query(
            (row, number) ->
                new CaseClock(
                    Optional.ofNullable(row.getString("risk_level"))
                        .orElse(DeadlineDecision.UNKNOWN),
                    Field.valueOf(row.getString("field")).key(),
                    row.getObject("stage_entered_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString("time_zone"))
                        .map(zone -> OfficeTime.valueOf(zone).zone())
                        .orElse(defaultZone)))
        .optional();
  }
}
