package org.alur.workload;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.alur.engine.WithoutRights;
import org.alur.organisation.AbsenceSaved;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the open tasks of somebody who is absent to the deputy, and those that are still open back
 * to whoever has returned. New tasks go to the deputy by {@link Allocation}.
 */
@Component
class StandIns {

  private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);

  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final Deputies deputies;
  private final ClaimRules rules;
  private final WithoutRights withoutRights;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StandIns(
      JdbcClient jdbc,
      TaskService tasks,
      Deputies deputies,
      ClaimRules rules,
      WithoutRights withoutRights,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.deputies = deputies;
    this.rules = rules;
    this.withoutRights = withoutRights;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
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
      try {
        transaction.executeWithoutResult(
            status -> {
              handOver(user);
              giveBack(user);
            });
      } catch (RuntimeException cause) {
        LOG.error("The tasks of an absence could not be moved; the next round tries again.");
        LOG.debug("The tasks of an absence could not be moved.", cause);
      }
    }
  }

  /** Who is or was away with tasks that may have to move. */
  private List<String> concerned() {
    return jdbc.sql(
            """
            SELECT user_id FROM absences WHERE active AND last_day >= :yesterday
            UNION SELECT user_id FROM deputised_tasks ORDER BY 1
            """)
        .param("yesterday", WesternIndonesia.today(clock).minusDays(1))
        .query(String.class)
        .list();
  }

  private void handOver(String user) {
    deputies
        .insteadOf(user)
        .ifPresent(
            deputy ->
                withoutRights.run(
                    () ->
                        tasks.createTaskQuery().taskAssignee(user).unlimitedList().stream()
                            .map(TaskEntity.class::cast)
                            .filter(task -> rules.refusal(task, deputy).isEmpty())
                            .forEach(task -> handOver(task, user, deputy))));
  }

  private void handOver(TaskEntity task, String user, String deputy) {
    tasks.setAssignee(task.getId(), deputy);
    jdbc.sql(
            """
            INSERT INTO deputised_tasks (task_id, user_id, deputy, since)
            VALUES (:task, :user, :deputy, :now)
            ON CONFLICT (task_id) DO UPDATE SET user_id = excluded.user_id,
              deputy = excluded.deputy, since = excluded.since
            """)
        .param("task", task.getId())
        .param("user", user)
        .param("deputy", deputy)
        .param("now", Row.at(clock.instant()))
        .update();
  }

  private record Lent(String task, String deputy) {}

  private void giveBack(String user) {
    if (deputies.isAbsent(user)) {
      return;
    }
    List<Lent> lent =
        jdbc.sql("DELETE FROM deputised_tasks WHERE user_id = :user RETURNING task_id, deputy")
            .param("user", user)
            .query((row, number) -> new Lent(row.getString("task_id"), row.getString("deputy")))
            .list();
    withoutRights.run(() -> lent.forEach(each -> giveBack(each, user)));
  }

  private void giveBack(Lent lent, String user) {
    var task = tasks.createTaskQuery().taskId(lent.task()).singleResult();
    Optional.ofNullable(task)
        .map(TaskEntity.class::cast)
        .filter(open -> lent.deputy().equals(open.getAssignee()))
        .filter(open -> rules.refusal(open, user).isEmpty())
        .ifPresent(open -> tasks.setAssignee(open.getId(), user));
  }
}
