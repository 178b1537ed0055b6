package org.alur.stages;

import java.time.Period;
import java.util.Optional;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Plans;
import org.alur.casework.Setting;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of planning that the platform does. */
@Component
@OfferedToModels
public class CasePlanTasks {

  private final Submissions submissions;
  private final Plans plans;
  private final Attempts attempts;

  CasePlanTasks(Submissions submissions, Plans plans, Attempts attempts) {
    this.submissions = submissions;
    this.plans = plans;
    this.attempts = attempts;
  }

  /** Notes whether persuasion and motivation have both been tried. */
  public void lookUpAttempts(DelegateExecution execution) {
    Variables.BOTH_WAYS_TRIED.on(execution, attempts.bothWaysTried(number(execution)));
  }

  /** Files the plan as a new version. */
  public void recordCasePlan(DelegateExecution execution) {
    var said = submissions.of(execution);
    var setting = Setting.valueOf(Variables.SETTING.from(execution));
    var plan =
        PlanForm.details(said, setting, Period.parse(Variables.REVIEW_AFTER.from(execution)));
    int version =
        plans.propose(
            number(execution), plan, said.context().userId(), Optional.of(said.recordId()));
    Variables.PLAN_VERSION.on(execution, (long) version);
  }

  /** Notes what the supervisor decided; an approved version is in force from now on. */
  public void recordPlanDecision(DelegateExecution execution) {
    var said = submissions.of(execution);
    int version = Variables.PLAN_VERSION.from(execution).intValue();
    if (said.text("planDecision").equals("APPROVED")) {
      plans.approve(number(execution), version, said.context().userId(), said.findText("remark"));
    } else {
      plans.sendBack(
          number(execution), version, said.context().userId(), said.text("decisionReason"));
    }
  }

  private static CaseNumber number(DelegateExecution execution) {
    return new CaseNumber(execution.getProcessBusinessKey());
  }
}
