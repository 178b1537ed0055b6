package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The goals and activities of plans. */
@Component
class PlanContents {

  private final JdbcClient database;
  private final Clock clock;

  PlanContents(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void file(CaseNumber number, int version, PlanDetails plan) {
    List<UUID> goals = new ArrayList<>();
    for (var goal : plan.goals()) {
      goals.add(fileGoal(number, version, goals.size() + 1, goal));
    }
    int ordinal = 0;
    for (var activity : plan.activities()) {
      ordinal++;
      var goal = activity.goal().map(place -> goals.get(place - 1)).orElse(null);
      fileActivity(number, version, ordinal, activity, goal);
    }
  }

  /** A goal in the same words as one of an earlier version carries that one on. */
  private UUID fileGoal(CaseNumber number, int version, int ordinal, GoalDetails goal) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO goals (id, case_number, plan_version, ordinal, domain, description,
              baseline, target, indicator, due_on, continues)
            VALUES (:id, :number, :version, :ordinal, :domain, :description, :baseline, :target,
              :indicator, :dueOn,
              (SELECT earlier.id FROM goals earlier
               WHERE earlier.case_number = :number AND earlier.plan_version < :version
                 AND lower(btrim(earlier.description)) = lower(btrim(:description))
               ORDER BY earlier.plan_version DESC, earlier.ordinal LIMIT 1))
            """)
        .param("id", id)
        .param("number", number.value())
        .param("version", version)
        .param("ordinal", ordinal)
        .param("domain", goal.domain())
        .param("description", goal.description())
        .param("baseline", goal.baseline())
        .param("target", goal.target())
        .param("indicator", goal.indicator())
        .param("dueOn", goal.dueOn().orElse(null))
        .update();
    return id;
  }

  private void fileActivity(
      CaseNumber number, int version, int ordinal, ActivityDetails activity, @Nullable UUID goal) {
    database
        .sql(
            """
            INSERT INTO activities (id, case_number, plan_version, ordinal, goal_id, approach,
              setting, atensi_component, service_key, description, provider, frequency, starts_on,
              due_on, status, status_changed_at)
            VALUES (:id, :number, :version, :ordinal, :goal, :approach, :setting, :component,
              :service, :description, :provider, :frequency, :startsOn, :dueOn, 'PLANNED', :now)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("version", version)
        .param("ordinal", ordinal)
        .param("goal", goal)
        .param("approach", activity.approach().name())
        .param("setting", activity.setting().name())
        .param("component", activity.atensiComponent().orElse(null))
        .param("service", activity.serviceKey().orElse(null))
        .param("description", activity.description())
        .param("provider", activity.provider())
        .param("frequency", activity.frequency())
        .param("startsOn", activity.startsOn())
        .param("dueOn", activity.dueOn().orElse(null))
        .param("now", Row.at(clock.instant()))
        .update();
  }

  void cancelOpen(CaseNumber number, int replacedBy) {
    database
        .sql(
            """
            UPDATE activities SET status = 'CANCELLED', status_changed_at = :now,
              status_reason = 'Replaced by version ' || :version || ' of the plan.'
            WHERE case_number = :number AND plan_version < :version
              AND status IN ('PLANNED', 'IN_PROGRESS')
            """)
        .param("now", Row.at(clock.instant()))
        .param("version", replacedBy)
        .param("number", number.value())
        .update();
  }

  List<GoalDetails> goals(CaseNumber number, int version) {
    return database
        .sql(
            """
            SELECT * FROM goals WHERE case_number = :number AND plan_version = :version
            ORDER BY ordinal
            """)
        .param("number", number.value())
        .param("version", version)
        .query(PlanContents::goal)
        .list();
  }

  private static GoalDetails goal(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new GoalDetails(
        row.text("domain"),
        row.text("description"),
        row.text("baseline"),
        row.text("target"),
        row.text("indicator"),
        row.findDate("due_on"));
  }

  List<PlannedActivity> activities(CaseNumber number, int version) {
    return database
        .sql(
            """
            SELECT a.*, g.ordinal AS goal_ordinal
            FROM activities a LEFT JOIN goals g ON g.id = a.goal_id
            WHERE a.case_number = :number AND a.plan_version = :version
            ORDER BY a.ordinal
            """)
        .param("number", number.value())
        .param("version", version)
        .query(PlannedActivity::from)
        .list();
  }
}
