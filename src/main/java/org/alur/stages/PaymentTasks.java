package org.alur.stages;

import java.util.UUID;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a payment that the platform does. */
@Component
@OfferedToModels
public class PaymentTasks {

  private final Submissions submissions;
  private final Benefits benefits;
  private final Payments payments;

  PaymentTasks(Submissions submissions, Benefits benefits, Payments payments) {
    this.submissions = submissions;
    this.benefits = benefits;
    this.payments = payments;
  }

  /** Puts the payment on the list, unless it cannot be paid. */
  public void recordPreparation(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().text("payable").equals("YES")) {
      Variables.PAYMENT_ID.on(execution, prepare(execution, form).toString());
      reached(execution, Payment.Status.PREPARED);
    } else {
      reached(execution, Payment.Status.CANCELLED);
    }
  }

  private UUID prepare(DelegateExecution execution, FiledForm form) {
    var benefit = UUID.fromString(Variables.BENEFIT_ID.from(execution));
    return payments.prepare(
        benefit,
        Variables.PAYMENT_LABEL.from(execution),
        Variables.PAYMENT_AMOUNT
            .find(execution)
            .map(Rupiah::of)
            .orElseGet(() -> benefits.left(benefit)),
        form.said().choice("method", Payment.Method.class),
        form.said().text("budgetCode"),
        form.by());
  }

  /** Approves the payment, or takes it off the list so that it is prepared anew. */
  public void recordPaymentApproval(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().text("paymentApproval").equals("YES")) {
      payments.approve(id(execution), form.by());
      reached(execution, Payment.Status.APPROVED);
    } else {
      payments.cancel(id(execution), form.said().text("reason"));
      reached(execution, Payment.Status.CANCELLED);
    }
  }

  /** Notes what became of the money. */
  public void recordPayout(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var result = form.said().choice("outcome", Payment.Status.class);
    if (result == Payment.Status.PAID) {
      payments.paid(
          id(execution),
          form.said().findDate("paidOn").orElseThrow(),
          form.said().text("receipt"),
          form.by());
    } else {
      payments.failed(id(execution), result, form.said().text("reason"), form.by());
    }
    reached(execution, result);
  }

  private static void reached(DelegateExecution execution, Payment.Status status) {
    Variables.PAYMENT_RESULT.on(execution, status.name());
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.PAYMENT_ID.from(execution));
  }
}
