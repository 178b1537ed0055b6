package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.SexualViolence;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.legalaid.LegalAid;
import org.alur.legalaid.LegalAidCase;
import org.alur.legalaid.LegalAidResult;
import org.alur.legalaid.Proceeding;
import org.alur.legalaid.ProviderReferral;
import org.alur.legalaid.ProviderReferrals;
import org.springframework.stereotype.Component;

/** Shows in the forms of legal aid how the request stands, and refuses what the law forbids. */
@Component
class LegalAidForms implements FormFiller, FormRule {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK);

  private final LegalAid requests;
  private final ProviderReferrals referrals;
  private final Submissions submissions;
  private final OfficeDays days;
  private final SexualViolence violence;
  private final Clock clock;

  LegalAidForms(
      LegalAid requests,
      ProviderReferrals referrals,
      Submissions submissions,
      OfficeDays days,
      SexualViolence violence,
      Clock clock) {
    this.requests = requests;
    this.referrals = referrals;
    this.submissions = submissions;
    this.days = days;
    this.violence = violence;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "collect-missing-papers",
        "remind-of-papers",
        "refer-to-provider",
        "note-answer",
        "press-for-answer",
        "file-power-of-attorney",
        "note-progress",
        "note-legal-aid-result",
        "explain-end-of-legal-aid");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    LegalAidCase found = requests.get(id(context));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("legalAid", view(context, found));
    // Sexual violence may have been noted, or an offender's age, since the request.
    boolean settlement =
        found.settlementAllowed()
            && !(found.criminal()
                && violence.forbidsSettlement(new CaseNumber(context.caseNumber().orElseThrow())));
    switch (context.formId()) {
      case "note-progress" -> values.put("proceedingOptions", options(Proceeding.open(settlement)));
      case "note-legal-aid-result" ->
          values.put("resultOptions", options(LegalAidResult.ofRepresented(settlement)));
      default -> {}
    }
    return values;
  }

  private Map<String, Object> view(FormContext context, LegalAidCase found) {
    Map<String, Object> view = new LinkedHashMap<>();
    Submission request = submissions.get(found.record());
    view.putAll(LegalAidPapers.of(request).missing());
    request.findDate("notToMiss").ifPresent(day -> view.put("notToMiss", DAY.format(day)));
    found.nextStep().ifPresent(step -> view.put("nextStep", step));
    referrals
        .newest(found.id())
        .ifPresent(
            referral -> {
              view.put("provider", referral.provider());
              view.put("answerDue", day(context, referral));
              referral.reasons().ifPresent(reasons -> view.put("reasons", reasons));
            });
    return view;
  }

  private String day(FormContext context, ProviderReferral referral) {
    return DAY.format(lastDay(context, referral));
  }

  private LocalDate lastDay(FormContext context, ProviderReferral referral) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    return days.lastDay(number, referral.answerDue());
  }

  private static List<Map<String, String>> options(List<? extends Enum<?>> choices) {
    return choices.stream()
        .map(choice -> Map.of("label", Words.of(choice.name()), "value", choice.name()))
        .toList();
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    switch (said.context().formId()) {
      case "refer-to-provider" -> checkProvider(said, refusals);
      case "note-answer" -> checkAnswer(said, refusals);
      default -> {}
    }
  }

  private static void checkProvider(Submission said, Refusals refusals) {
    if (said.text("accredited").equals("NO")) {
      refusals.field(
          "accredited",
          "Only an accredited provider may take the case. Choose one from the list of the Ministry"
              + " of Law (BPHN).");
    }
  }

  private void checkAnswer(Submission said, Refusals refusals) {
    ProviderReferral asked = referrals.newest(id(said.context())).orElseThrow();
    if (said.text("answer").equals("SILENT") && clock.instant().isBefore(asked.answerDue())) {
      refusals.field(
          "answer",
          "The provider still has time until %s. Wait for the answer, or call them."
              .formatted(day(said.context(), asked)));
    }
    Optional<LocalDate> on = said.findDate("answeredOn");
    if (on.filter(day -> day.isBefore(asked.sentOn())).isPresent()) {
      refusals.field(
          "answeredOn",
          "The request was sent on %s only; correct the day of the answer."
              .formatted(DAY.format(asked.sentOn())));
    }
  }

  private static UUID id(FormContext context) {
    return UUID.fromString(String.valueOf(context.variables().get(Variables.LEGAL_AID_ID.name())));
  }
}
