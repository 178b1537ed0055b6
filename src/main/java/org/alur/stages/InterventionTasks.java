package org.alur.stages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.Approach;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Incentive;
import org.alur.casework.Plan;
import org.alur.casework.Plans;
import org.alur.casework.ServiceConsent;
import org.alur.engine.OfferedToModels;
import org.alur.engine.ProcessVariable;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Rupiah;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of the interventions that the platform does. */
@Component
@OfferedToModels
public class InterventionTasks {

  /** Delivers the activities for which the plan names no service. */
  private static final String PLANNED_ACTIVITY = "planned-activity";

  private final Submissions submissions;
  private final Attempts attempts;
  private final Plans plans;
  private final Activities activities;
  private final ServiceConsent consent;

  InterventionTasks(
      Submissions submissions,
      Attempts attempts,
      Plans plans,
      Activities activities,
      ServiceConsent consent) {
    this.submissions = submissions;
    this.attempts = attempts;
    this.plans = plans;
    this.activities = activities;
    this.consent = consent;
  }

  /** Files a persuasive attempt and counts it. */
  public void recordAttempt(DelegateExecution execution) {
    var said = submissions.of(execution);
    log(execution, said, persuasive(said));
    count(execution, Variables.ATTEMPTS_MADE);
  }

  private static Attempt persuasive(Submission said) {
    return new Attempt(
        Approach.PERSUASIVE,
        said.text("kind"),
        said.findDate("madeOn").orElseThrow(),
        said.text("argument"),
        said.text("response"),
        said.findText("willingness"),
        Optional.empty(),
        Optional.empty());
  }

  /** Files a motivational talk and counts it. */
  public void recordMotivationalTalk(DelegateExecution execution) {
    var said = submissions.of(execution);
    log(execution, said, motivational(said));
    count(execution, Variables.TALKS_HELD);
  }

  private static Attempt motivational(Submission said) {
    return new Attempt(
        Approach.MOTIVATIONAL,
        said.text("kind"),
        said.findDate("heldOn").orElseThrow(),
        said.text("argument"),
        said.text("response"),
        Optional.empty(),
        said.findText("stageOfChange"),
        incentive(said));
  }

  private static Optional<Incentive> incentive(Submission said) {
    return said.findText("incentive")
        .map(
            purpose ->
                new Incentive(
                    purpose,
                    BigDecimal.valueOf(Rupiah.read(said.text("incentiveAmount")).amount()),
                    said.text("budgetCode")));
  }

  private void log(DelegateExecution execution, Submission said, Attempt attempt) {
    attempts.log(number(execution), attempt, said.context().userId(), Optional.of(said.recordId()));
  }

  private static void count(DelegateExecution execution, ProcessVariable<Long> counter) {
    counter.on(execution, counter.find(execution).orElse(0L) + 1);
  }

  /**
   * The ids of the activities of the plan that are still to be delivered; none without a plan, or
   * if the person wants no more help.
   */
  public List<String> plannedServices(DelegateExecution execution) {
    if (consent.isEnded(number(execution))) {
      return List.of();
    }
    return Variables.PLAN_VERSION
        .find(execution)
        .map(version -> plans.get(number(execution), version.intValue()))
        .map(Plan::openActivities)
        .orElse(List.of())
        .stream()
        .map(activity -> activity.id().toString())
        .toList();
  }

  /** The process that delivers one of these activities. */
  public String serviceKey(DelegateExecution execution) {
    return activities
        .get(UUID.fromString(Variables.ACTIVITY_ID.from(execution)))
        .details()
        .serviceKey()
        .orElse(PLANNED_ACTIVITY);
  }

  private static CaseNumber number(DelegateExecution execution) {
    return new CaseNumber(execution.getProcessBusinessKey());
  }
}
