package org.alur.deadlines;

import java.util.Map;
import java.util.Objects;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.deadlines.Allowance.CountedIn;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision set-deadline, which practitioners can read and change. */
@Component
class DeadlineDecision {

  /** The risk before triage. */
  static final String UNKNOWN = "UNKNOWN";

  private static final String KEY = "set-deadline";

  private final DecisionService decisions;

  DeadlineDecision(DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * How much time a step has.
   *
   * @param riskLevel of the case, or {@link #UNKNOWN}
   * @param step the id of the user task
   * @param field the key of the field
   */
  Allowance allowance(String riskLevel, String step, String field) {
    var row =
        decisions
            .evaluateDecisionByKey(KEY)
            .variables(Map.of("riskLevel", riskLevel, "step", step, "field", field))
            .evaluate()
            .getSingleResult();
    if (row == null) {
      throw new IllegalStateException(
          "The decision " + KEY + " has no row for " + riskLevel + " and " + step + ".");
    }
    return new Allowance(
        text(row, "due"),
        text(row, "followUp"),
        CountedFrom.valueOf(text(row, "countedFrom")),
        CountedIn.valueOf(text(row, "countedIn")),
        ((Number) Objects.requireNonNull(row.getEntry("priority"))).intValue());
  }

  private static String text(DmnDecisionResultEntries row, String output) {
    return Objects.requireNonNull(row.getEntry(output), output).toString();
  }
}
