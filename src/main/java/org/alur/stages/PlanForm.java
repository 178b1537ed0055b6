package org.alur.stages;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.ActivityDetails;
import org.alur.casework.Approach;
import org.alur.casework.GoalDetails;
import org.alur.casework.PlanDetails;
import org.alur.casework.PlannedActivity;
import org.alur.casework.Setting;
import org.alur.forms.Submission;

/** What the form "Write case plan" says, and how it is filled from a plan. */
final class PlanForm {

  /** Who can agree to a plan on the client's side. */
  static final Set<String> SIGNATORIES =
      Set.of("SELF", "PARENT", "GUARDIAN", "CUSTODIAN", "COURT", "GROUP_CHAIR", "COMMUNITY_HEAD");

  private PlanForm() {}

  static PlanDetails details(Submission said, Setting setting, Period reviewAfter) {
    return new PlanDetails(
        said.choice("leadingApproach", Approach.class),
        setting,
        said.text("summary"),
        signatory(said),
        said.findDate("signedOn"),
        said.findText("refusalReason"),
        reviewAfter,
        FormRow.of(said, "goals").stream().map(PlanForm::goal).toList(),
        FormRow.of(said, "activities").stream().map(PlanForm::activity).toList());
  }

  /** The first who could agree for the client; empty if nobody who could has agreed. */
  static Optional<String> signatory(Submission said) {
    return FormRow.of(said, "agreedBy").stream()
        .map(row -> row.text("relation"))
        .filter(SIGNATORIES::contains)
        .findFirst();
  }

  private static GoalDetails goal(FormRow row) {
    return new GoalDetails(
        row.text("domain"),
        row.text("description"),
        row.text("baseline"),
        row.text("target"),
        row.text("indicator"),
        row.findDate("dueOn"));
  }

  private static ActivityDetails activity(FormRow row) {
    return new ActivityDetails(
        row.findNumber("goalNumber"),
        row.choice("approach", Approach.class),
        row.choice("setting", Setting.class),
        row.findText("atensiComponent"),
        row.findText("service"),
        row.text("description"),
        row.text("provider"),
        row.text("frequency"),
        row.findDate("startsOn").orElseThrow(),
        row.findDate("dueOn"));
  }

  static List<Map<String, Object>> goalRows(List<GoalDetails> goals) {
    return goals.stream().map(PlanForm::row).toList();
  }

  private static Map<String, Object> row(GoalDetails goal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("description", goal.description());
    row.put("domain", goal.domain());
    row.put("baseline", goal.baseline());
    row.put("target", goal.target());
    row.put("indicator", goal.indicator());
    goal.dueOn().ifPresent(date -> row.put("dueOn", date.toString()));
    return row;
  }

  static List<Map<String, Object>> activityRows(List<PlannedActivity> activities) {
    return activities.stream().map(activity -> row(activity.details())).toList();
  }

  private static Map<String, Object> row(ActivityDetails activity) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("description", activity.description());
    activity.goal().ifPresent(place -> row.put("goalNumber", place));
    activity.serviceKey().ifPresent(key -> row.put("service", key));
    row.put("provider", activity.provider());
    row.put("approach", activity.approach().name());
    row.put("setting", activity.setting().name());
    row.put("frequency", activity.frequency());
    activity.atensiComponent().ifPresent(code -> row.put("atensiComponent", code));
    row.put("startsOn", activity.startsOn().toString());
    activity.dueOn().ifPresent(date -> row.put("dueOn", date.toString()));
    return row;
  }
}
