package org.alur.stages;

import java.util.Set;
import org.alur.coercion.MeasureRules;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Nobody can ask for a measure that the law or the safeguards forbid. */
@Component
class MeasureRequestRules implements FormRule {

  private final MeasureRules rules;

  MeasureRequestRules(MeasureRules rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> forms() {
    return Set.of("request-measure");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    rules
        .objections(MeasureForm.request(said))
        .forEach(objection -> refusals.field(objection.what(), objection.sentence()));
  }
}
