package org.alur.stages;

import java.util.UUID;
import org.alur.assistance.Account;
import org.alur.assistance.Accounts;
import org.alur.assistance.Enrolments;
import org.alur.assistance.HouseholdVisit;
import org.alur.casework.Cases;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps by which a family comes to be assisted, or does not. */
@Component
@OfferedToModels
public class AssistanceEnrolmentTasks {

  private final Submissions submissions;
  private final Cases cases;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final HouseholdVisitForm visits;

  AssistanceEnrolmentTasks(
      Submissions submissions,
      Cases cases,
      Enrolments enrolments,
      Accounts accounts,
      HouseholdVisitForm visits) {
    this.submissions = submissions;
    this.cases = cases;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.visits = visits;
  }

  /** Files the application. */
  public void recordApplication(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var activity = UUID.fromString(Variables.ACTIVITY_ID.from(execution));
    var recipient = cases.get(form.number()).beneficiary();
    var application = ApplicationForm.application(form, activity, recipient);
    AssistanceVariables.ENROLMENT_ID.on(
        execution, enrolments.apply(application, form.by(), form.record()).toString());
  }

  /** Files the visit to the household. */
  public void recordValidation(DelegateExecution execution) {
    visits.file(
        AssistanceVariables.enrolment(execution),
        HouseholdVisit.Purpose.VALIDATION,
        new FiledForm(submissions.of(execution)));
  }

  /** Files the determination; who is not entitled is told first. */
  public void recordDetermination(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().text("determination").equals("YES")) {
      enrolments.determine(
          AssistanceVariables.enrolment(execution), form.by(), form.said().text("reason"));
    }
  }

  /** Keeps the account, whose number stands in no record. */
  public void recordAccount(DelegateExecution execution) {
    var form = new FiledForm(submissions.typedAt(execution));
    var account =
        new Account(
            form.said().choice("kind", Account.Kind.class),
            form.said().text("institution"),
            form.said().text("accountNumber"),
            UUID.fromString(form.said().text("holderId")));
    accounts.use(AssistanceVariables.enrolment(execution), account, form.by(), form.record());
  }

  /** Closes the application. */
  public void recordRefusal(DelegateExecution execution) {
    var reason = submissions.of(execution).text("stopReason");
    enrolments.refuse(AssistanceVariables.enrolment(execution), reason);
  }
}
