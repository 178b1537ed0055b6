package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the goals of a plan were attained (goal attainment scaling). */
@Component
public class GoalRatings {

  /**
   * A goal that is rated.
   *
   * @param target what was to be reached
   */
  public record RatedGoal(UUID id, String description, String target) {}

  private final JdbcClient database;
  private final Clock clock;

  GoalRatings(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The goals of the approved plan in their order; none before a plan was approved. */
  public List<RatedGoal> goals(CaseNumber number) {
    return database
        .sql(
            """
            SELECT g.id, g.description, g.target FROM goals g
            JOIN plans p ON p.case_number = g.case_number AND p.version = g.plan_version
            WHERE p.case_number = :number AND p.status = 'APPROVED'
            ORDER BY g.ordinal
            """)
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new RatedGoal(row.id("id"), row.text("description"), row.text("target"));
            })
        .list();
  }

  /**
   * Files a rating.
   *
   * @param attainment -2 (much less than expected) to 2 (much more), 0 as expected
   */
  @Transactional
  public void rate(UUID goal, int attainment, Optional<String> comment, String by, UUID record) {
    database
        .sql(
            """
            INSERT INTO goal_ratings (id, goal_id, attainment, comment, rated_by, rated_at,
              record_id)
            VALUES (:id, :goal, :attainment, :comment, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("goal", goal)
        .param("attainment", attainment)
        .param("comment", comment.orElse(null))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
  }
}
