package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.BusinessLimits;
import org.springframework.stereotype.Component;

/** Counts the months and rounds of coaching, and what became of a business in the end. */
@Component
class CoachingRounds {

  /** A visit that was late does not bring the next one the day after. */
  private static final int LEAST_DAYS_BETWEEN = 14;

  private final BusinessAssistances assistances;
  private final BusinessGroups groups;
  private final BusinessLimits limits;
  private final GrantPayments grants;
  private final Activities activities;
  private final Clock clock;

  CoachingRounds(
      BusinessAssistances assistances,
      BusinessGroups groups,
      BusinessLimits limits,
      GrantPayments grants,
      Activities activities,
      Clock clock) {
    this.assistances = assistances;
    this.groups = groups;
    this.limits = limits;
    this.grants = grants;
    this.activities = activities;
    this.clock = clock;
  }

  /** The instant at which the visit of a month is due. */
  String visitOf(UUID activity, long month) {
    LocalDate today = WesternIndonesia.today(clock);
    LocalDate due = assistances.get(activity).coachedFrom().orElse(today).plusMonths(month);
    LocalDate earliest = today.plusDays(LEAST_DAYS_BETWEEN);
    return (due.isAfter(earliest) ? due : earliest)
        .atStartOfDay(WesternIndonesia.ZONE)
        .toInstant()
        .toString();
  }

  /** How many more rounds are possible. */
  long roundsLeft(UUID activity) {
    return (long) limits.today().mostRounds() - assistances.get(activity).round();
  }

  /** Files what the supervisor decided at the end of a round. */
  void decide(FiledForm form, UUID activity) {
    String reason = form.said().text("reason");
    switch (form.said().text("outcome")) {
      case "GRADUATE" -> assistances.end(activity, BusinessAssistance.Outcome.GRADUATED, reason);
      case "STRENGTHEN" -> assistances.strengthen(activity);
      default -> assistances.end(activity, BusinessAssistance.Outcome.STOPPED, reason);
    }
    dissolve(form, activity);
  }

  /** Ends the group if the decision to stop says so. */
  void dissolve(FiledForm form, UUID activity) {
    if (form.said().findText("groupEnds").filter("YES"::equals).isPresent()) {
      groups.dissolve(
          assistances.get(activity).group(), form.said().text("reason"), GroupForms.told(form));
    }
  }

  /**
   * Stops the assistance, its grant and the activity of the plan.
   *
   * @param said why, if it was not filed with the decision
   */
  void stop(UUID activity, String said) {
    assistances.end(activity, BusinessAssistance.Outcome.STOPPED, said);
    var assistance = assistances.get(activity);
    String reason = assistance.outcomeReason().orElse(said);
    assistance.benefitId().ifPresent(benefit -> grants.stop(benefit, reason));
    activities.cancel(activity, reason);
  }
}
