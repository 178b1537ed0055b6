package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Occasion;
import org.alur.casework.Person;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskOverride;
import org.alur.casework.SexualViolence;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What the platform does in every service, so that a further service needs a model, forms and a
 * test, but no Java. Forms say what they say under the same keys: {@link SessionForm}, {@link
 * ScoreForm}.
 */
@Component
@OfferedToModels
public class ServiceTasks {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  /** Younger children are seen with somebody they trust. */
  private static final int SEEN_ALONE_FROM = 6;

  private final Submissions submissions;
  private final Activities activities;
  private final SessionForm sessions;
  private final ScoreForm scores;
  private final CaseMembers members;
  private final Cases cases;
  private final RiskAssessments risks;
  private final SignsOfDanger signs;
  private final SexualViolence violence;
  private final Clock clock;

  ServiceTasks(
      Submissions submissions,
      Activities activities,
      SessionForm sessions,
      ScoreForm scores,
      CaseMembers members,
      Cases cases,
      RiskAssessments risks,
      SignsOfDanger signs,
      SexualViolence violence,
      Clock clock) {
    this.submissions = submissions;
    this.activities = activities;
    this.sessions = sessions;
    this.scores = scores;
    this.members = members;
    this.cases = cases;
    this.risks = risks;
    this.signs = signs;
    this.violence = violence;
    this.clock = clock;
  }

  /** Marks the activity as being delivered and says who delivers it. */
  public void beginActivity(DelegateExecution execution) {
    activities.begin(activityId(execution));
    Variables.PROVIDER.on(execution, activities.get(activityId(execution)).details().provider());
  }

  /** Marks the activity as done, or as stopped if the last form said so. */
  public void finishActivity(DelegateExecution execution) {
    boolean stopped =
        Variables.ACTIVITY_RESULT.find(execution).filter("STOPPED"::equals).isPresent();
    if (stopped) {
      var reason = submissions.of(execution).findText("stopReason");
      activities.cancel(activityId(execution), reason.orElse("Stopped."));
    } else {
      activities.finish(activityId(execution));
    }
  }

  /** Marks the activity as taken over by somebody else. */
  public void handOverActivity(DelegateExecution execution) {
    activities.cancel(
        activityId(execution), "Handed over, because protection or treatment goes first.");
  }

  /** Files a session and counts the series. */
  public void recordSession(DelegateExecution execution) {
    var tally =
        sessions.file(
            submissions.of(execution), number(execution), activityId(execution), "SESSION");
    Variables.SESSIONS_HELD.onlyOn(execution, tally.held());
    Variables.SESSIONS_MISSED.onlyOn(execution, tally.missedInARow());
    Variables.SESSIONS_WITHOUT_NEED.onlyOn(execution, tally.quietInARow());
  }

  /** Files a session with the parents. */
  public void recordParentSession(DelegateExecution execution) {
    sessions.file(
        submissions.of(execution), number(execution), activityId(execution), "PARENT_SESSION");
  }

  /** Files what was done for an activity without a service. */
  public void recordDelivery(DelegateExecution execution) {
    sessions.file(submissions.of(execution), number(execution), activityId(execution), "DELIVERY");
  }

  /** Files the scores of the form as those from before the work. */
  public void recordBaseline(DelegateExecution execution) {
    recordScores(execution, Occasion.BASELINE);
  }

  /** Files the scores of the form as those on the way. */
  public void recordInterimRating(DelegateExecution execution) {
    recordScores(execution, Occasion.REVIEW);
  }

  /** Files the scores of the form as those at the end. */
  public void recordFinalRating(DelegateExecution execution) {
    recordScores(execution, Occasion.CLOSURE);
  }

  private void recordScores(DelegateExecution execution, Occasion occasion) {
    scores.file(submissions.of(execution), number(execution), activityId(execution), occasion);
  }

  /**
   * Notes sexual violence at once if the screening tells of it.
   *
   * @return whether violence was found, as the form says it
   */
  public String screenSafety(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().texts("signs").contains("FORCED_SEX")) {
      signs.note(
          form,
          List.of(RiskOverride.SEXUAL_VIOLENCE),
          "Forced sex was told when the safety of the family was screened.");
    }
    return form.said().text("violenceFound");
  }

  /**
   * Raises the case to high risk, unless it is as high already; sexual violence that nobody noted
   * before makes it an emergency.
   */
  public void raiseRisk(DelegateExecution execution) {
    var said = submissions.of(execution);
    if (said.findText("sexualViolence").filter("YES"::equals).isPresent()
        && !violence.isNotedLately(number(execution))) {
      signs.note(
          new FiledForm(said),
          List.of(RiskOverride.SEXUAL_VIOLENCE),
          "Sexual violence was told while a service was delivered.");
    }
    var present = cases.get(number(execution)).riskLevel();
    if (present.isEmpty() || RiskLevel.HIGH.isHigherThan(present.get())) {
      risks.raise(
          number(execution),
          RiskLevel.HIGH,
          "Danger was found while a service was delivered.",
          said.context().userId(),
          Optional.of(said.recordId()));
    }
  }

  /** The ids of those members of the household who are old enough to be seen alone. */
  public List<String> householdMembers(DelegateExecution execution) {
    LocalDate today = LocalDate.now(clock.withZone(JAKARTA));
    return members.of(number(execution)).stream()
        .map(member -> member.person())
        .filter(person -> isSeenAlone(person, today))
        .map(person -> person.id().toString())
        .toList();
  }

  private static boolean isSeenAlone(Person person, LocalDate today) {
    return person.age(today).map(age -> age >= SEEN_ALONE_FROM).orElse(true);
  }

  private static UUID activityId(DelegateExecution execution) {
    return UUID.fromString(Variables.ACTIVITY_ID.from(execution));
  }

  private static CaseNumber number(DelegateExecution execution) {
    return new CaseNumber(execution.getProcessBusinessKey());
  }
}
