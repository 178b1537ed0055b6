package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseFacts;
import org.alur.casework.Cases;
import org.alur.casework.Closure;
import org.alur.casework.ClosureReason;
import org.alur.casework.Closures;
import org.alur.casework.People;
import org.alur.casework.RiskLevel;
import org.alur.casework.Setting;
import org.springframework.stereotype.Component;

/** Files why a case is to end, and finds out what has to come before the approval. */
@Component
class ClosureProposal {

  /** What has to come before a supervisor decides about a closure. */
  enum Need {
    /** An emergency or a high risk is assessed anew: it must be lower. */
    RISK_REASSESSMENT,
    /** A supervisor reviews the death. */
    DEATH_REVIEW,
    /** Nothing. */
    NOTHING
  }

  /** With these reasons the risk does not stay with us. */
  private static final Set<ClosureReason> WHATEVER_THE_RISK =
      Set.of(
          ClosureReason.DECEASED,
          ClosureReason.DUPLICATE,
          ClosureReason.TRANSFERRED,
          ClosureReason.REFERRED_ACCEPTED);

  private final Cases cases;
  private final Closures closures;
  private final CaseFacts facts;
  private final People people;

  ClosureProposal(Cases cases, Closures closures, CaseFacts facts, People people) {
    this.cases = cases;
    this.closures = closures;
    this.facts = facts;
    this.people = people;
  }

  /** Files the proposal, unless the risk has to be assessed first. */
  Need file(FiledForm form) {
    var need = need(form);
    if (need != Need.RISK_REASSESSMENT) {
      closures.propose(
          form.number(), closure(form), form.said().is("clientInformed"), form.record());
      noteDeath(form);
    }
    return need;
  }

  private static Closure closure(FiledForm form) {
    return new Closure(
        reason(form),
        form.said().text("summary"),
        form.said().is("aftercareAgreed"),
        form.by(),
        Closure.Status.PROPOSED,
        Optional.empty(),
        Optional.empty());
  }

  private static ClosureReason reason(FiledForm form) {
    return form.said().choice("closureReason", ClosureReason.class);
  }

  private void noteDeath(FiledForm form) {
    form.said()
        .findDate("deceasedOn")
        .ifPresent(
            on -> facts.person(form.number()).ifPresent(person -> people.died(person.id(), on)));
  }

  private Need need(FiledForm form) {
    if (reason(form) == ClosureReason.DECEASED) {
      return isReviewed(form) ? Need.DEATH_REVIEW : Need.NOTHING;
    }
    boolean high = cases.get(form.number()).riskLevel().filter(ClosureProposal::isHigh).isPresent();
    return high && dependsOnRisk(reason(form)) ? Need.RISK_REASSESSMENT : Need.NOTHING;
  }

  static boolean isHigh(RiskLevel level) {
    return level == RiskLevel.EMERGENCY || level == RiskLevel.HIGH;
  }

  /** Whether a case may end for this reason only if its risk is not high. */
  static boolean dependsOnRisk(ClosureReason reason) {
    return !WHATEVER_THE_RISK.contains(reason);
  }

  /** The death of a child, an elder under protection or a resident is reviewed. */
  private boolean isReviewed(FiledForm form) {
    Map<String, Object> known = facts.of(form.number());
    return form.said().is("deathInCare")
        || Boolean.TRUE.equals(known.get("isChild"))
        || Setting.INSTITUTION.name().equals(known.get("setting"));
  }
}
