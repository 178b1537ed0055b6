package org.alur.stages;

import java.util.Set;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** The main problem is one of the problems. */
@Component
class ProblemRules implements FormRule {

  @Override
  public Set<String> forms() {
    return Set.of("register-beneficiary", "assess-needs");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (!said.texts("problems").contains(said.text("primaryProblem"))) {
      refusals.field("primaryProblem", "The main problem is not among the problems; add it there.");
    }
  }
}
