package org.alur.casework;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The activities of plans while they are delivered. */
@Component
public class Activities {

  private final JdbcClient database;
  private final Clock clock;

  Activities(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The activity with this id. */
  public PlannedActivity get(UUID id) {
    return database
        .sql(
            """
            SELECT a.*, g.ordinal AS goal_ordinal
            FROM activities a LEFT JOIN goals g ON g.id = a.goal_id
            WHERE a.id = :id
            """)
        .param("id", id)
        .query(PlannedActivity::from)
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no activity " + id + "."));
  }

  /** Marks an activity as being delivered. */
  @Transactional
  public void begin(UUID id) {
    move(id, ActivityStatus.IN_PROGRESS, null);
  }

  /** Marks an activity as delivered to its end. */
  @Transactional
  public void finish(UUID id) {
    move(id, ActivityStatus.DONE, null);
  }

  /** Marks an activity as stopped before its end. */
  @Transactional
  public void cancel(UUID id, String reason) {
    move(id, ActivityStatus.CANCELLED, reason);
  }

  /** Stops whatever a case has planned or is being delivered. */
  @Transactional
  public void cancelOpen(CaseNumber number, String reason) {
    database
        .sql(
            """
            UPDATE activities SET status = 'CANCELLED', status_changed_at = :now,
              status_reason = :reason
            WHERE case_number = :number AND status IN ('PLANNED', 'IN_PROGRESS')
            """)
        .param("now", Row.at(clock.instant()))
        .param("reason", reason)
        .param("number", number.value())
        .update();
  }

  /** What a later plan has replaced stays so, even if somebody finishes a task of it. */
  private void move(UUID id, ActivityStatus status, @Nullable String reason) {
    database
        .sql(
            """
            UPDATE activities SET status = :status, status_changed_at = :now,
              status_reason = :reason
            WHERE id = :id AND status IN ('PLANNED', 'IN_PROGRESS')
            """)
        .param("status", status.name())
        .param("now", Row.at(clock.instant()))
        .param("reason", reason)
        .param("id", id)
        .update();
  }
}
