package org.alur.workload;

import java.time.Clock;
import java.util.List;
import org.alur.casework.Row;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks that deputies have instead of those whose they are, so that they come back. */
@Component
class LentWork {

  /**
   * A task that a deputy has.
   *
   * @param owner whose it is
   */
  record Lent(String task, String owner, String deputy) {

    /** Whether the deputy has it still. */
    boolean isHeld(Task open) {
      return task.equals(open.getId()) && deputy.equals(open.getAssignee());
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  LentWork(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes that a task goes to a deputy; what a deputy hands on stays whose it was. */
  void lend(String task, String from, String deputy) {
    jdbc.sql(
            """
            INSERT INTO deputised_tasks AS lent (task_id, user_id, deputy, since)
            VALUES (:task, :from, :deputy, :now)
            ON CONFLICT (task_id) DO UPDATE SET
              user_id = CASE lent.deputy WHEN :from THEN lent.user_id ELSE excluded.user_id END,
              deputy = excluded.deputy, since = excluded.since
            """)
        .param("task", task)
        .param("from", from)
        .param("deputy", deputy)
        .param("now", Row.at(clock.instant()))
        .update();
  }

  /** The tasks that others have instead of this person. */
  List<Lent> of(String owner) {
    return jdbc.sql("SELECT * FROM deputised_tasks WHERE user_id = :owner ORDER BY task_id")
        .param("owner", owner)
        .query(
            (row, number) ->
                new Lent(
                    row.getString("task_id"), row.getString("user_id"), row.getString("deputy")))
        .list();
  }

  /**
   * Forgets that a task was lent.
   *
   * @return whether it was; not if somebody else was faster
   */
  boolean forget(String task) {
    return jdbc.sql("DELETE FROM deputised_tasks WHERE task_id = :task")
            .param("task", task)
            .update()
        == 1;
  }

  /** Whose tasks others have. */
  List<String> owners() {
    return jdbc.sql("SELECT DISTINCT user_id FROM deputised_tasks ORDER BY user_id")
        .query(String.class)
        .list();
  }
}
