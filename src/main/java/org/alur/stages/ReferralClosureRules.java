package org.alur.stages;

import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.referral.Referrals;
import org.springframework.stereotype.Component;

/** A case is ours until somebody has accepted it, and nobody is left waiting for an answer. */
@Component
class ReferralClosureRules implements FormRule {

  private final Referrals referrals;

  ReferralClosureRules(Referrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-closure");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    referrals
        .open(number)
        .forEach(
            open ->
                refusals.form(
                    "%s has not answered the referral yet. Note the answer, or take the offer back."
                        .formatted(open.recipient())));
    if (said.text("closureReason").equals(ClosureReason.REFERRED_ACCEPTED.name())
        && referrals.acceptedWhole(number).isEmpty()) {
      refusals.field(
          "closureReason",
          "No agency has accepted this case, so it stays ours. Offer a referral of the whole case"
              + " first, and note the answer.");
    }
  }
}
