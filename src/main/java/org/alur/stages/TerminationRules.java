package org.alur.stages;

import java.time.Clock;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Closure;
import org.alur.casework.ClosureReason;
import org.alur.casework.Closures;
import org.alur.casework.Contacts;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** When a case may not be closed. */
@Component
class TerminationRules implements FormRule {

  private static final int ATTEMPTS = 3;

  private final Cases cases;
  private final Closures closures;
  private final Contacts contacts;
  private final Clock clock;

  TerminationRules(Cases cases, Closures closures, Contacts contacts, Clock clock) {
    this.cases = cases;
    this.closures = closures;
    this.contacts = contacts;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-closure", "approve-closure", "inform-person");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    switch (said.context().formId()) {
      case "prepare-closure" -> {
        checkNoMeasure(number, refusals);
        if (said.text("closureReason").equals(ClosureReason.LOST_CONTACT.name())) {
          checkAttempts(number, refusals);
        }
      }
      case "approve-closure" -> checkApproval(number, said, refusals);
      // One may have come into force since the approval, and this is the last step.
      default -> checkNoMeasure(number, refusals);
    }
  }

  private void checkNoMeasure(CaseNumber number, Refusals refusals) {
    if (closures.isMeasureInForce(number)) {
      refusals.form("A coercive measure is in force; end it before you close the case.");
    }
  }

  private void checkAttempts(CaseNumber number, Refusals refusals) {
    var since = clock.instant().minus(TerminationForms.LOOKED_FOR);
    var attempts = contacts.failedSince(number, since);
    if (attempts.total() < ATTEMPTS || attempts.homeVisits() < 1) {
      refusals.field(
          "closureReason",
          "Contact is lost after three attempts within 30 days, one of them a home visit; on file"
              + " are "
              + attempts.total()
              + ", home visits among them "
              + attempts.homeVisits()
              + ". Try again and log it with \"Log contact\".");
    }
  }

  private void checkApproval(CaseNumber number, Submission said, Refusals refusals) {
    closures
        .latest(number)
        .map(Closure::proposedBy)
        .filter(said.context().userId()::equals)
        .ifPresent(
            author ->
                refusals.form(
                    "You prepared this closure, so somebody else has to decide about it."));
    if (said.is("closureApproved")) {
      checkNoMeasure(number, refusals);
      checkRisk(number, refusals);
    }
  }

  private void checkRisk(CaseNumber number, Refusals refusals) {
    boolean high = cases.get(number).riskLevel().filter(ClosureProposal::isHigh).isPresent();
    var reason = closures.latest(number).map(Closure::reason);
    if (high && reason.filter(ClosureProposal::dependsOnRisk).isPresent()) {
      refusals.field(
          "decision",
          "The risk is high again; send the closure back, so that the risk is assessed first.");
    }
  }
}
