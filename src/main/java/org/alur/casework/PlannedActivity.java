package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An activity of one version of a plan, and how far it has come. */
public record PlannedActivity(
    UUID id, CaseNumber caseNumber, ActivityDetails details, ActivityStatus status) {

  /** Whether there is still something to do. */
  public boolean isOpen() {
    return status == ActivityStatus.PLANNED || status == ActivityStatus.IN_PROGRESS;
  }

  /** Reads a row of {@code activities}, joined with the ordinal of its goal. */
  static PlannedActivity from(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    var details =
        new ActivityDetails(
            row.findNumber("goal_ordinal"),
            row.choice("approach", Approach.class),
            row.choice("setting", Setting.class),
            row.findText("atensi_component"),
            row.findText("service_key"),
            row.text("description"),
            row.text("provider"),
            row.text("frequency"),
            row.findDate("starts_on").orElseThrow(),
            row.findDate("due_on"));
    return new PlannedActivity(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        details,
        row.choice("status", ActivityStatus.class));
  }
}
