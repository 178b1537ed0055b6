package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseFacts;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.PayeeAccount;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.alur.workload.SeparatedDuties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a payment to finance officers, recipient, amount and decision only, and sees to it that
 * three different people prepare, approve and pay it.
 */
@Component
class PaymentForms implements FormFiller, FormRule, SeparatedDuties {

  private static final String PREPARE = "prepare-payment";

  private final Benefits benefits;
  private final Payments payments;
  private final List<PayeeAccount> accounts;
  private final CaseFacts facts;
  private final WorkerNames names;

  PaymentForms(
      Benefits benefits,
      Payments payments,
      List<PayeeAccount> accounts,
      CaseFacts facts,
      WorkerNames names) {
    this.benefits = benefits;
    this.payments = payments;
    this.accounts = accounts;
    this.facts = facts;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PREPARE, "approve-payment", "pay-out");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var benefit = benefit(context);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("recipient", facts.nameOf(benefit.request().recipient()));
    view.put("amount", amount(context, benefit).toString());
    view.put(
        "label",
        text(context, Variables.PAYMENT_LABEL.name()).map(PaymentForms::inWords).orElse(""));
    view.put("purpose", benefit.request().purpose());
    view.put(
        "grantedBy",
        benefit.approvedBy().stream().map(names::of).collect(Collectors.joining(", ")));
    accounts.stream()
        .flatMap(account -> account.of(benefit).stream())
        .findFirst()
        .ifPresent(account -> view.put("account", account));
    payment(context).ifPresent(payment -> add(payment, view));
    return Map.of("payment", view);
  }

  /** FULL, TRANCHE-1 or PART-2 in words; a quarter is read as it stands. */
  private static String inWords(String label) {
    if (label.equals("FULL")) {
      return "all of it";
    }
    return Character.isDigit(label.charAt(0))
        ? label
        : label.replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  private Rupiah amount(FormContext context, Benefit benefit) {
    return payment(context)
        .filter(payment -> payment.status() != Payment.Status.CANCELLED)
        .map(Payment::amount)
        .or(
            () ->
                text(context, Variables.PAYMENT_AMOUNT.name()).map(Long::parseLong).map(Rupiah::of))
        .orElseGet(() -> benefits.left(benefit.id()));
  }

  private void add(Payment payment, Map<String, Object> view) {
    if (payment.status() == Payment.Status.CANCELLED) {
      payment.statusReason().ifPresent(reason -> view.put("returnReason", reason));
      return;
    }
    view.put("method", Words.of(payment.method().name()));
    view.put("budgetCode", payment.budgetCode());
    view.put("preparedBy", names.of(payment.preparedBy()));
    payment.approvedBy().ifPresent(by -> view.put("approvedBy", names.of(by)));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    objection(said.context()).ifPresent(refusals::form);
    if (benefit(said.context()).status() != Benefit.Status.APPROVED) {
      checkNothingGoesOut(said, refusals);
    }
  }

  private static void checkNothingGoesOut(Submission said, Refusals refusals) {
    if (goesOn(said)) {
      refusals.form("This benefit has ended, so nothing more is paid. Say no and say so.");
    }
    if (said.findText("outcome").filter("PAID"::equals).isPresent()) {
      refusals.field(
          "outcome",
          "This benefit has ended. Do not pay; if the money has left, get it back and say that it"
              + " came back.");
    }
  }

  private static boolean goesOn(Submission said) {
    return said.findText("payable")
        .or(() -> said.findText("paymentApproval"))
        .filter("YES"::equals)
        .isPresent();
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return payment(context)
        .filter(payment -> !context.formId().equals(PREPARE))
        .filter(payment -> payment.involves(context.userId()))
        .map(
            payment ->
                "You already had a part in this payment. The one who prepares it, the one who"
                    + " approves it and the one who pays are three different people; leave the task"
                    + " to another finance officer.");
  }

  private Benefit benefit(FormContext context) {
    return benefits.get(UUID.fromString(text(context, Variables.BENEFIT_ID.name()).orElseThrow()));
  }

  private Optional<Payment> payment(FormContext context) {
    return text(context, Variables.PAYMENT_ID.name()).map(UUID::fromString).map(payments::get);
  }

  private static Optional<String> text(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
