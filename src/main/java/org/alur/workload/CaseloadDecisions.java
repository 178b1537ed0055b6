package org.alur.workload;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the decisions about caseloads, which practitioners can read and change. */
@Component
class CaseloadDecisions implements LeadChoice.Rating {

  private static final String NO_SKILL = "NONE";

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final WithoutRights withoutRights;

  /** A version of a table says the same each time. */
  private final Map<Question, Object> answered = new ConcurrentHashMap<>();

  CaseloadDecisions(
      DecisionService decisions, RepositoryService repository, WithoutRights withoutRights) {
    this.decisions = decisions;
    this.repository = repository;
    this.withoutRights = withoutRights;
  }

  /**
   * How much a case weighs.
   *
   * @param riskLevel of the case, or {@code UNKNOWN}
   */
  BigDecimal weight(String riskLevel) {
    return new BigDecimal(ask("weigh-case", Map.of("riskLevel", riskLevel)).toString());
  }

  /** Which skill a case needs, if it needs one. */
  Optional<String> neededSkill(boolean disability, Optional<Integer> age, String beneficiaryType) {
    var skill =
        ask(
            "find-needed-skill",
            Map.of(
                "disability", disability,
                "age", age.orElse(-1),
                "beneficiaryType", beneficiaryType));
    return Optional.of(skill.toString()).filter(found -> !found.equals(NO_SKILL));
  }

  @Override
  public int points(Candidate.Fit fit, int share) {
    var points =
        ask(
            "rate-caseworker",
            Map.of(
                "speaksLanguage", fit.speaksLanguage(),
                "hasSkill", fit.hasSkill(),
                "worksInDistrict", fit.worksInDistrict(),
                "share", share));
    return ((Number) points).intValue();
  }

  private Object ask(String key, Map<String, Object> inputs) {
    return withoutRights.call(
        () -> answered.computeIfAbsent(new Question(newest(key), inputs), this::evaluate));
  }

  private String newest(String key) {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(key)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private Object evaluate(Question question) {
    Object answer =
        decisions
            .evaluateDecisionTableById(question.decision())
            .variables(question.inputs())
            .evaluate()
            .getSingleEntry();
    if (answer == null) {
      throw new IllegalStateException("The decision has no row for " + question + ".");
    }
    return answer;
  }

  /**
   * What is asked.
   *
   * @param decision the id of the decision's version, so that a newer one is asked anew
   */
  private record Question(String decision, Map<String, Object> inputs) {}
}
