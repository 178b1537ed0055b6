package org.alur.stages;

import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRecord;
import org.alur.casework.Records;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Nobody confirms a lower risk that they found themselves. */
@Component
class RiskRules implements FormRule {

  private final Records records;

  RiskRules(Records records) {
    this.records = records;
  }

  @Override
  public Set<String> forms() {
    return Set.of("confirm-lower-risk");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    records
        .latest(number, "reassess-risk")
        .map(CaseRecord::submittedBy)
        .filter(said.context().userId()::equals)
        .ifPresent(
            author ->
                refusals.form(
                    "You assessed this risk yourself, so another supervisor has to decide."));
  }
}
