package org.alur.stages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseFacts;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Benefit;
import org.alur.payments.BenefitRequest;
import org.alur.payments.Benefits;
import org.alur.payments.Rupiah;
import org.alur.workload.FourEyes;
import org.springframework.stereotype.Component;

/** What cannot be asked for: beyond a rate, out of order, or twice. */
@Component
class SocialAssistanceRules implements FormRule {

  private final SocialAssistanceRequests requests;
  private final Submissions submissions;
  private final Benefits benefits;
  private final CaseFacts facts;
  private final FourEyes fourEyes;

  SocialAssistanceRules(
      SocialAssistanceRequests requests,
      Submissions submissions,
      Benefits benefits,
      CaseFacts facts,
      FourEyes fourEyes) {
    this.requests = requests;
    this.submissions = submissions;
    this.benefits = benefits;
    this.facts = facts;
    this.fourEyes = fourEyes;
  }

  @Override
  public Set<String> forms() {
    return Set.of(SocialAssistanceRequests.FORM, "decide-on-assistance", "verify-need");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    switch (said.context().formId()) {
      case SocialAssistanceRequests.FORM -> checkRequest(said, refusals);
      case "decide-on-assistance" -> fourEyes.check(said, SocialAssistanceRequests.FORM, refusals);
      default -> checkStillFree(said, refusals);
    }
  }

  private void checkRequest(Submission said, Refusals refusals) {
    if (!Rupiah.isReadable(said.text("amount"))) {
      refusals.field("amount", "No budget has that much; correct the amount.");
      return;
    }
    var request = requests.read(said, Optional.empty());
    if (request.item().disasterOnly() && !said.text("shock").equals("DISASTER")) {
      refusals.field(
          "item",
          "This is for victims of a disaster. Choose another need, or say below that a disaster has"
              + " struck them.");
    }
    if (request.benefit().until().isBefore(request.benefit().from())) {
      refusals.field("until", "The end lies before the beginning; correct one of the two days.");
      return;
    }
    checkPeriod(request, refusals);
    checkAmount(request, refusals);
    second(request.benefit()).ifPresent(sentence -> refusals.field("item", sentence));
  }

  private static void checkPeriod(SocialAssistanceRequest request, Refusals refusals) {
    var benefit = request.benefit();
    if (benefit.from().plusMonths(request.instalments() - 1).isAfter(benefit.until())) {
      refusals.field(
          "instalments",
          "So many months do not fit between the two days; choose fewer, or a later end.");
    }
    request
        .item()
        .mostMonths()
        .filter(months -> !benefit.until().isBefore(benefit.from().plusMonths(months)))
        .ifPresent(
            months ->
                refusals.field(
                    "until",
                    "It is given for %d months at most; choose an earlier end.".formatted(months)));
  }

  private static void checkAmount(SocialAssistanceRequest request, Refusals refusals) {
    var benefit = request.benefit();
    long days = ChronoUnit.DAYS.between(benefit.from(), benefit.until()) + 1;
    request
        .item()
        .limit(request.persons(), days)
        .filter(benefit.amount()::isMoreThan)
        .ifPresent(
            limit ->
                refusals.field(
                    "amount",
                    "%s; for this request that is %s. Correct the amount."
                        .formatted(request.item().label(), limit)));
    if (benefit.amount().amount() < request.instalments()) {
      refusals.field("amount", "That is too little for so many months; correct one of them.");
    }
  }

  private Optional<String> second(BenefitRequest asked) {
    return benefits
        .overlapping(asked.kind(), asked.recipient(), asked.from(), asked.until())
        .stream()
        .findFirst()
        .map(this::sentence);
  }

  private String sentence(Benefit other) {
    var request = other.request();
    return "%s already has this from %s until %s (%s, case %s). Nobody gets the same twice; choose later days or another need."
        .formatted(
            facts.nameOf(request.recipient()),
            Days.of(request.from()),
            Days.of(last(other)),
            Words.of(other.status().name()).toLowerCase(Locale.ROOT),
            request.number());
  }

  private static LocalDate last(Benefit other) {
    return other.endedOn().orElse(other.request().until());
  }

  /** Between the request and the visit somebody else may have asked for the same. */
  private void checkStillFree(Submission said, Refusals refusals) {
    if (said.text("needConfirmed").equals("NO")) {
      return;
    }
    var instance = said.context().processInstanceId().orElseThrow();
    submissions
        .latest(instance, SocialAssistanceRequests.FORM)
        .map(form -> requests.read(form, Optional.empty()).benefit())
        .flatMap(this::second)
        .ifPresent(
            sentence ->
                refusals.field(
                    "needConfirmed", sentence + " Say no here and give that as the reason."));
  }
}
