package org.alur.stages;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Closure;
import org.alur.casework.ClosureReason;
import org.alur.casework.Closures;
import org.alur.conference.Conferences;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** A case is not closed before it was discussed, where a rule wants that. */
@Component
class ConferenceClosureRules implements FormRule {

  private final Conferences conferences;
  private final Closures closures;

  ConferenceClosureRules(Conferences conferences, Closures closures) {
    this.conferences = conferences;
    this.closures = closures;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-closure", "approve-closure", "inform-person");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    boolean sendsBack =
        said.context().formId().equals("approve-closure") && !said.is("closureApproved");
    if (sendsBack) {
      return;
    }
    reason(said, number)
        .map(reason -> conferences.owedBeforeClosing(number, reason))
        .orElseGet(() -> conferences.owed(number))
        .forEach(
            owed ->
                refusals.form(
                    "A case conference has to be held before this case is closed (%s). Hold it, or ask the supervisor for its date."
                        .formatted(Words.of(owed.reason().name()).toLowerCase(Locale.ROOT))));
  }

  private Optional<ClosureReason> reason(Submission said, CaseNumber number) {
    return said.context().formId().equals("prepare-closure")
        ? Optional.of(said.choice("closureReason", ClosureReason.class))
        : closures.latest(number).map(Closure::reason);
  }
}
