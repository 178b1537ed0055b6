package org.alur.stages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.GoalRatings;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** The forms of monitoring: a review shows the goals of the plan in their order, each once. */
@Component
class MonitoringForms implements FormFiller, FormRule {

  private final GoalRatings ratings;

  MonitoringForms(GoalRatings ratings) {
    this.ratings = ratings;
  }

  @Override
  public Set<String> forms() {
    return Set.of("visit-person", "review-progress");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    if (context.formId().equals("visit-person")) {
      // Not what was ticked at the last visit.
      return Map.of("riskChanged", false);
    }
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    List<Map<String, String>> goals =
        ratings.goals(number).stream()
            .map(goal -> Map.of("goal", goal.description() + " (target: " + goal.target() + ")"))
            .toList();
    return Map.of("goals", goals);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals("visit-person")) {
      return;
    }
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    if (said.rows("goals").size() != ratings.goals(number).size()) {
      refusals.field("goals", "Rate every goal of the plan; open the task again to see them all.");
    }
  }
}
