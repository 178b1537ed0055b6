package org.alur.casework;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What a version of a plan says.
 *
 * @param leadingApproach the approach that the intervention follows
 * @param signedBy who agreed on the client's side: SELF, PARENT, GUARDIAN, CUSTODIAN, COURT,
 *     GROUP_CHAIR or COMMUNITY_HEAD
 * @param refusalToSign what the client objects to, if nobody signed
 * @param reviewAfter how long after today the plan has to be reviewed
 */
public record PlanDetails(
    Approach leadingApproach,
    Setting setting,
    String summary,
    Optional<String> signedBy,
    Optional<LocalDate> signedOn,
    Optional<String> refusalToSign,
    Period reviewAfter,
    List<GoalDetails> goals,
    List<ActivityDetails> activities) {

  public PlanDetails {
    goals = List.copyOf(goals);
    activities = List.copyOf(activities);
  }
}
