package org.alur.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of the plan of a case. What it says never changes; only its status does.
 *
 * @param version from 1
 * @param preparedBy the author, who cannot approve it
 * @param decisionReason why it was returned, or a remark of who approved it
 */
public record Plan(
    CaseNumber caseNumber,
    int version,
    Approach leadingApproach,
    Setting setting,
    String summary,
    Optional<String> signedBy,
    Optional<LocalDate> signedOn,
    Optional<String> refusalToSign,
    Optional<LocalDate> reviewDue,
    String preparedBy,
    Instant preparedAt,
    PlanStatus status,
    Optional<String> decidedBy,
    Optional<String> decisionReason,
    List<GoalDetails> goals,
    List<PlannedActivity> activities) {

  public Plan {
    goals = List.copyOf(goals);
    activities = List.copyOf(activities);
  }

  /** The activities that are still to be delivered, in the order of the plan. */
  public List<PlannedActivity> openActivities() {
    return activities.stream().filter(PlannedActivity::isOpen).toList();
  }
}
