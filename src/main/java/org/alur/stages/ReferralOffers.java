package org.alur.stages;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Disclosure;
import org.alur.casework.Recipient;
import org.alur.casework.Sharing;
import org.alur.casework.SharingAnswer;
import org.alur.casework.SharingPurpose;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.referral.Offer;
import org.alur.referral.Referral;
import org.alur.referral.Referrals;
import org.springframework.stereotype.Component;

/** Offers a referral from the case page. */
@Component
class ReferralOffers implements FormAction, FormFiller, FormRule {

  private final Referrals referrals;
  private final ReferralReminders reminders;
  private final Sharing sharing;
  private final Cases cases;

  ReferralOffers(Referrals referrals, ReferralReminders reminders, Sharing sharing, Cases cases) {
    this.referrals = referrals;
    this.reminders = reminders;
    this.sharing = sharing;
    this.cases = cases;
  }

  @Override
  public Set<String> forms() {
    return Set.of("offer-referral");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = number(context);
    String agreed =
        Arrays.stream(Recipient.values())
            .filter(recipient -> mayTell(number, recipient))
            .map(recipient -> Words.of(recipient.name()))
            .collect(Collectors.joining(", "));
    return Map.of("sharing", agreed.isEmpty() ? Map.of() : Map.of("agreed", agreed));
  }

  private boolean mayTell(CaseNumber number, Recipient recipient) {
    return sharing.mayShare(number, recipient, SharingPurpose.REFERRAL)
        instanceof SharingAnswer.Allowed;
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = number(said.context());
    if (!cases.get(number).isOpen()) {
      refusals.form("The case is closed. Ask the supervisor to reopen it.");
    }
    var recipient = said.choice("recipientKind", Recipient.class);
    if (sharing.mayShare(number, recipient, purpose(said)) instanceof SharingAnswer.Refused no) {
      refusals.field("basis", no.sentence());
    } else if (purpose(said) == SharingPurpose.REFERRAL && !said.is("summaryAgreed")) {
      refusals.field(
          "summaryAgreed",
          "Read the text to the person first; only what they agree with is shared.");
    }
    boolean open =
        referrals.open(number).stream()
            .anyMatch(other -> other.recipient().equalsIgnoreCase(said.text("recipient").strip()));
    if (open) {
      refusals.field("recipient", "They were asked already, and their answer is open.");
    }
    if (scope(said) == Referral.Scope.WHOLE_CASE) {
      referrals
          .acceptedWhole(number)
          .ifPresent(
              other ->
                  refusals.field(
                      "scope", other.recipient() + " has taken this case over already."));
    }
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    boolean urgent = said.text("urgency").equals("URGENT");
    referrals.offer(
        new Offer(
            form.number(),
            scope(said),
            new Disclosure(
                said.choice("recipientKind", Recipient.class),
                said.text("recipient").strip(),
                purpose(said),
                said.text("summary")),
            said.text("contact"),
            said.text("reason"),
            urgent,
            reminders.due(form.number(), urgent),
            form.by(),
            form.record()));
  }

  private static Referral.Scope scope(Submission said) {
    return said.choice("scope", Referral.Scope.class);
  }

  private static SharingPurpose purpose(Submission said) {
    return said.text("basis").equals("CONSENT")
        ? SharingPurpose.REFERRAL
        : SharingPurpose.EMERGENCY_PROTECTION;
  }

  private static CaseNumber number(FormContext context) {
    return new CaseNumber(context.caseNumber().orElseThrow());
  }
}
