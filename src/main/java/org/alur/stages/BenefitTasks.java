package org.alur.stages;

import java.util.UUID;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.payments.Benefits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of deciding about a benefit that the platform does. */
@Component
@OfferedToModels
public class BenefitTasks {

  private final Submissions submissions;
  private final Benefits benefits;

  BenefitTasks(Submissions submissions, Benefits benefits) {
    this.submissions = submissions;
    this.benefits = benefits;
  }

  /** Looks up who decides about the amount. */
  public void findRung(DelegateExecution execution) {
    var step = benefits.step(benefits.get(id(execution)));
    Variables.APPROVAL_RUNG.on(execution, step.rung().name());
  }

  /** Notes a yes or a no; the benefit is decided when it is rejected or enough people agreed. */
  public void recordApproval(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    boolean agrees = form.said().text("approval").equals("YES");
    boolean complete = agrees && benefits.approve(id(execution), form.by(), form.record());
    if (!agrees) {
      benefits.reject(id(execution), form.by(), form.said().text("reason"));
    }
    Variables.BENEFIT_DECIDED.on(execution, complete || !agrees);
    Variables.BENEFIT_APPROVED.on(execution, complete);
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.BENEFIT_ID.from(execution));
  }
}
