package org.alur.deadlines;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.deadlines.Allowance.CountedIn;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the decision set-deadline, which practitioners can read and change. */
@Component
class DeadlineDecision {

  /** The risk before triage. */
  static final String UNKNOWN = "UNKNOWN";

  private static final String KEY = "set-deadline";

  private final DecisionService decisions;
  private final RepositoryService repository;

  /** The table says the same each time, and asking it takes longer than creating the task. */
  private final Map<Question, Allowance> answered = new ConcurrentHashMap<>();

  DeadlineDecision(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  /**
   * How much time a step has.
   *
   * @param riskLevel of the case, or {@link #UNKNOWN}
   * @param step the id of the user task
   * @param field the key of the field
   */
  Allowance allowance(String riskLevel, String step, String field) {
    var question = new Question(newestDecision(), riskLevel, step, field);
    var known = answered.get(question);
    if (known != null) {
      return known;
    }
    var answer = ask(question);
    answered.put(question, answer);
    return answer;
  }

  private String newestDecision() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(KEY)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private Allowance ask(Question question) {
    var row =
        decisions
            .evaluateDecisionById(question.decision())
            .variables(
                Map.of(
                    "riskLevel", question.riskLevel(),
                    "step", question.step(),
                    "field", question.field()))
            .evaluate()
            .getSingleResult();
    if (row == null) {
      throw new IllegalStateException("The decision has no row for " + question + ".");
    }
    return new Allowance(
        text(row, "due"),
        // A table of somebody's own may not know it yet.
        row.containsKey("fatal") ? text(row, "fatal") : text(row, "due"),
        text(row, "followUp"),
        CountedFrom.valueOf(text(row, "countedFrom")),
        CountedIn.valueOf(text(row, "countedIn")),
        ((Number) Objects.requireNonNull(row.getEntry("priority"))).intValue());
  }

  private static String text(DmnDecisionResultEntries row, String output) {
    return Objects.requireNonNull(row.getEntry(output), output).toString();
  }

  /**
   * What is asked.
   *
   * @param decision the id of the decision's version, so that a newer one is asked anew
   */
  private record Question(String decision, String riskLevel, String step, String field) {}
}
