package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.Tranche;
import org.alur.empowerment.Tranches;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.PayeeAccount;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.springframework.stereotype.Component;

/** Pays a grant tranche by tranche, and stops it. */
@Component
class GrantPayments implements PayeeAccount {

  private final BusinessAssistances assistances;
  private final Tranches tranches;
  private final Benefits benefits;
  private final Payments payments;
  private final Clock clock;

  GrantPayments(
      BusinessAssistances assistances,
      Tranches tranches,
      Benefits benefits,
      Payments payments,
      Clock clock) {
    this.assistances = assistances;
    this.tranches = tranches;
    this.benefits = benefits;
    this.payments = payments;
    this.clock = clock;
  }

  static String label(Tranche tranche) {
    return "TRANCHE-" + tranche.ordinal();
  }

  /** Notes that the next tranche has reached the business. */
  void paid(UUID activity) {
    var tranche = tranches.next(activity).orElseThrow();
    LocalDate on =
        payments.of(assistances.get(activity).benefit()).stream()
            .filter(payment -> payment.label().equals(label(tranche)))
            .flatMap(payment -> payment.paidOn().stream())
            .findFirst()
            .orElseGet(() -> WesternIndonesia.today(clock));
    tranches.paid(tranche.id(), on);
  }

  /** Files how a tranche was used, and says how the grant goes on. */
  String account(FiledForm form, UUID activity) {
    if (TrancheForms.isAccounted(form.said())) {
      var tranche = tranches.toAccountFor(activity).orElseThrow();
      tranches.account(tranche.id(), TrancheForms.account(form.said()), form.by(), form.record());
      return tranches.areSettled(activity) ? "DONE" : "NEXT";
    }
    return "OPEN";
  }

  /** Sees to it that nothing more of a grant is paid. */
  void stop(UUID benefit, String reason) {
    payments.of(benefit).stream()
        .filter(payment -> payment.status() == Payment.Status.PREPARED)
        .forEach(payment -> payments.cancel(payment.id(), reason));
    if (benefits.get(benefit).status() == Benefit.Status.APPROVED) {
      benefits.end(benefit, WesternIndonesia.today(clock), reason);
    }
  }

  @Override
  public Optional<String> of(Benefit benefit) {
    return benefit
        .request()
        .activity()
        .flatMap(assistances::find)
        .flatMap(assistance -> assistance.account())
        .map(
            account ->
                "%s, number %s, in the name of %s"
                    .formatted(account.bank(), account.number(), account.holder()));
  }
}
