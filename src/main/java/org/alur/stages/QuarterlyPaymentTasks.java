package org.alur.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.CommitmentCheck;
import org.alur.assistance.Commitments;
import org.alur.assistance.FamilyComponent;
import org.alur.assistance.Mismatches;
import org.alur.assistance.Quarter;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Rupiah;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a quarterly payment that the platform does. */
@Component
@OfferedToModels
public class QuarterlyPaymentTasks {

  private final Submissions submissions;
  private final Mismatches mismatches;
  private final Commitments commitments;
  private final AssistanceYears years;

  QuarterlyPaymentTasks(
      Submissions submissions,
      Mismatches mismatches,
      Commitments commitments,
      AssistanceYears years) {
    this.submissions = submissions;
    this.mismatches = mismatches;
    this.commitments = commitments;
    this.years = years;
  }

  /**
   * Compares what is known with what is paid for, and sees whether commitments are to be checked.
   */
  public void matchRegister(DelegateExecution execution) {
    var enrolment = AssistanceVariables.enrolment(execution);
    AssistanceVariables.MISMATCH_FOUND.on(execution, !mismatches.of(enrolment).isEmpty());
    AssistanceVariables.COMMITMENTS_ASKED.on(execution, !commitments.asked(enrolment).isEmpty());
  }

  /** Files what the family did in return. */
  public void recordCommitments(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var enrolment = AssistanceVariables.enrolment(execution);
    var checks = checks(form.said(), commitments.asked(enrolment));
    commitments.file(enrolment, quarter(execution), checks, form.by(), form.record());
  }

  /** The rows stand in the order in which the form was filled. */
  private static List<CommitmentCheck> checks(Submission said, List<FamilyComponent> asked) {
    List<FormRow> rows = FormRow.of(said, "checks");
    List<CommitmentCheck> checks = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      UUID component = asked.get(i).id();
      FormRow row = rows.get(i);
      checks.add(
          new CommitmentCheck(
              component, row.choice("result", CommitmentCheck.Result.class), row.findText("note")));
    }
    return checks;
  }

  /** Computes the amount and keeps how it comes about. */
  public void computeAmount(DelegateExecution execution) {
    var enrolment = AssistanceVariables.enrolment(execution);
    Rupiah total = years.compute(enrolment, quarter(execution)).total();
    Variables.PAYMENT_AMOUNT.on(execution, total.amount());
    AssistanceVariables.AMOUNT_DUE.on(execution, total.isMoreThan(Rupiah.ZERO));
  }

  private static Quarter quarter(DelegateExecution execution) {
    return Quarter.of(Variables.PAYMENT_LABEL.from(execution));
  }
}
