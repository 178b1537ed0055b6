package org.alur.stages;

import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a risk assessment that the platform does. */
@Component
@OfferedToModels
public class RiskAssessmentTasks {

  private final Submissions submissions;
  private final RiskScreening screening;
  private final RiskAssessments assessments;
  private final Cases cases;

  RiskAssessmentTasks(
      Submissions submissions, RiskScreening screening, RiskAssessments assessments, Cases cases) {
    this.submissions = submissions;
    this.screening = screening;
    this.assessments = assessments;
    this.cases = cases;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** Enters the scores; a lower level than before waits for the supervisor. */
  public void recordReassessment(DelegateExecution execution) {
    var found = RiskLevel.valueOf(Variables.ASSESSED_LEVEL.from(execution));
    var level = screening.file(form(execution), found);
    Variables.RISK_LEVEL.on(execution, level.name());
    Variables.LOWER_RISK_PROPOSED.on(execution, level.isHigherThan(found));
  }

  /** Lowers the level, if the supervisor agrees. */
  public void recordRiskDecision(DelegateExecution execution) {
    var form = form(execution);
    var found = RiskLevel.valueOf(Variables.ASSESSED_LEVEL.from(execution));
    if (form.said().is("lowerRiskConfirmed")) {
      change(form, found);
    }
    Variables.RISK_LEVEL.on(execution, level(form.number()).name());
  }

  /**
   * Enters the level that the supervisor found right after somebody raised it.
   *
   * @return the level of the case
   */
  public String answerRaisedRisk(DelegateExecution execution) {
    var form = form(execution);
    change(form, form.said().choice("riskLevel", RiskLevel.class));
    return level(form.number()).name();
  }

  private void change(FiledForm form, RiskLevel to) {
    var present = level(form.number());
    var record = Optional.of(form.record());
    String reason = form.said().text("reason");
    if (to.isHigherThan(present)) {
      assessments.raise(form.number(), to, reason, form.by(), record);
    } else if (present.isHigherThan(to)) {
      assessments.lower(form.number(), to, reason, form.by(), record);
    }
  }

  private RiskLevel level(CaseNumber number) {
    return cases.get(number).riskLevel().orElse(RiskLevel.MEDIUM);
  }
}
