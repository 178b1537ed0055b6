package org.alur.stages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.WesternIndonesia;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.referral.Referral;
import org.alur.referral.Referrals;
import org.springframework.stereotype.Component;

/** Shows in the forms of a referral how it stands, and refuses what cannot be. */
@Component
class ReferralForms implements FormFiller, FormRule {

  private final Referrals referrals;
  private final Clock clock;

  ReferralForms(Referrals referrals, Clock clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "note-referral-answer",
        "remind-recipient",
        "press-recipient",
        "hand-over-to-recipient",
        "explain-declined-referral",
        "recall-summary");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    Referral found = referral(context);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("scope", found.scope().name());
    view.put("recipient", found.recipient());
    view.put("contact", found.contact());
    view.put("offeredOn", Days.of(LocalDate.ofInstant(found.offeredAt(), WesternIndonesia.ZONE)));
    view.put("answerDue", Days.at(found.answerDue(), WesternIndonesia.ZONE));
    found.answerReason().ifPresent(reason -> view.put("answerReason", reason));
    return Map.of("referral", view);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    Referral found = referral(said.context());
    if (said.context().formId().equals("note-referral-answer")) {
      checkAnswer(said, found, refusals);
    }
    checkDay(said, "answeredOn", day(found.offeredAt()), refusals);
    checkDay(
        said, "handedOverOn", found.answeredOn().orElseGet(() -> day(found.offeredAt())), refusals);
    checkDay(said, "toldOn", day(found.offeredAt()), refusals);
  }

  private void checkAnswer(Submission said, Referral found, Refusals refusals) {
    if (said.text("referralAnswer").equals("ACCEPTED")) {
      referrals
          .whyNotAccepted(found.id())
          .ifPresent(sentence -> refusals.field("referralAnswer", sentence));
    }
  }

  private void checkDay(Submission said, String key, LocalDate earliest, Refusals refusals) {
    var today = WesternIndonesia.today(clock);
    said.findDate(key)
        .filter(day -> day.isAfter(today) || day.isBefore(earliest))
        .ifPresent(
            day ->
                refusals.field(
                    key,
                    "This day does not lie between %s and today; correct it.".formatted(earliest)));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, WesternIndonesia.ZONE);
  }

  private Referral referral(FormContext context) {
    return referrals.get(
        UUID.fromString(String.valueOf(context.variables().get(Variables.REFERRAL_ID.name()))));
  }
}
