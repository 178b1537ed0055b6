package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseFacts;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.Concerns;
import org.alur.empowerment.Tranche;
import org.alur.empowerment.TrancheAccount;
import org.alur.empowerment.Tranches;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.springframework.stereotype.Component;

/** The forms about the grant: where it goes, why it came back, and how it was used. */
@Component
class TrancheForms implements FormFiller, FormRule {

  private static final String OPEN_ACCOUNT = "open-business-account";
  private static final String SETTLE = "settle-failed-tranche";
  private static final String ACCOUNT_FOR = "account-for-tranche";

  private final BusinessAssistances assistances;
  private final Tranches tranches;
  private final Concerns concerns;
  private final Benefits benefits;
  private final Payments payments;
  private final CaseFacts facts;
  private final Clock clock;

  TrancheForms(
      BusinessAssistances assistances,
      Tranches tranches,
      Concerns concerns,
      Benefits benefits,
      Payments payments,
      CaseFacts facts,
      Clock clock) {
    this.assistances = assistances;
    this.tranches = tranches;
    this.concerns = concerns;
    this.benefits = benefits;
    this.payments = payments;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(OPEN_ACCOUNT, SETTLE, ACCOUNT_FOR);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var assistance = assistances.get(ActivityIds.of(context));
    return switch (context.formId()) {
      case OPEN_ACCOUNT -> Map.of("account", Map.of("owner", owner(assistance)));
      case SETTLE -> failure(assistance);
      default -> Map.of("tranche", toAccountFor(assistance.activityId()));
    };
  }

  private String owner(BusinessAssistance assistance) {
    return facts.nameOf(benefits.get(assistance.benefit()).request().recipient());
  }

  private Map<String, Object> failure(BusinessAssistance assistance) {
    Map<String, Object> values = new LinkedHashMap<>();
    tranches
        .next(assistance.activityId())
        .ifPresent(
            tranche ->
                values.put(
                    "tranche",
                    Map.of(
                        "ordinal", tranche.ordinal(),
                        "amount", tranche.amount().toString(),
                        "failure", failureOf(assistance.benefit()))));
    assistance
        .account()
        .ifPresent(
            account -> {
              values.put("bank", account.bank());
              values.put("accountNumber", account.number());
              values.put("accountHolder", account.holder());
            });
    return values;
  }

  private String failureOf(UUID benefit) {
    return payments.of(benefit).stream()
        .reduce((earlier, later) -> later)
        .flatMap(Payment::statusReason)
        .orElse("finance could not pay it.");
  }

  private Map<String, Object> toAccountFor(UUID activity) {
    Map<String, Object> view = new LinkedHashMap<>();
    tranches
        .toAccountFor(activity)
        .ifPresent(
            tranche -> {
              view.put("ordinal", tranche.ordinal());
              view.put("amount", tranche.amount().toString());
              view.put("milestone", tranche.milestone());
              tranche.paidOn().ifPresent(day -> view.put("paidOn", Days.of(day)));
            });
    view.put("concern", !concerns.open(activity).isEmpty());
    return view;
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(ACCOUNT_FOR) && isAccounted(said)) {
      UUID activity = ActivityIds.of(said.context());
      if (!concerns.open(activity).isEmpty()) {
        refusals.form(
            "A supervisor has to decide about the concern first. Your draft is kept; submit it"
                + " afterwards.");
      }
      checkReceipts(FormRow.of(said, "receipts"), refusals);
      tranches
          .toAccountFor(activity)
          .ifPresent(tranche -> checkSum(tranche, account(said), refusals));
    }
  }

  private void checkReceipts(List<FormRow> receipts, Refusals refusals) {
    LocalDate today = WesternIndonesia.today(clock).plusDays(1);
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.get(i).findDate("boughtOn").filter(day -> day.isAfter(today)).isPresent()) {
        refusals.field("receipts." + i + ".boughtOn", "This day is still to come; correct it.");
      }
    }
  }

  private static void checkSum(Tranche tranche, TrancheAccount account, Refusals refusals) {
    if (!account.total().equals(tranche.amount())) {
      refusals.field(
          "receipts",
          "Receipts and what is left add up to %s, but the tranche was %s. Look for what is missing;"
                  .formatted(account.total(), tranche.amount())
              + " if it was not used for the business, say so above.");
    }
  }

  static boolean isAccounted(Submission said) {
    return said.findText("milestoneReached").filter("YES"::equals).isPresent();
  }

  static TrancheAccount account(Submission said) {
    return new TrancheAccount(
        FormRow.of(said, "receipts").stream()
            .map(
                row ->
                    new TrancheAccount.Receipt(
                        row.findDate("boughtOn").orElseThrow(),
                        row.text("item"),
                        Amounts.of(row, "amount")))
            .toList(),
        Amounts.of(said, "leftOver"));
  }

  static BusinessAssistance.Account bankAccount(Submission said) {
    return new BusinessAssistance.Account(
        said.text("bank"), said.text("accountNumber"), said.text("accountHolder"));
  }
}
