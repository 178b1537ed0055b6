package org.alur.deadlines;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision limit-delay how long a deadline may be put off at most. */
@Component
class DelayDecision {

  private static final String KEY = "limit-delay";

  private final DecisionService decisions;

  DelayDecision(DecisionService decisions) {
    this.decisions = decisions;
  }

  int most(DelayKind kind, String riskLevel) {
    DmnDecisionRuleResult row =
        decisions
            .evaluateDecisionTableByKey(KEY)
            .variables(Map.of("riskLevel", riskLevel))
            .evaluate()
            .getSingleResult();
    Number most = row.getEntry(kind == DelayKind.SUSPENSION ? "mostSuspended" : "mostExtended");
    return Objects.requireNonNull(most).intValue();
  }
}
