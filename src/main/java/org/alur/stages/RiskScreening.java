package org.alur.stages;

import java.util.Optional;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskOverride;
import org.alur.casework.RiskScores;
import org.springframework.stereotype.Component;

/** Files the scores of a risk form with the level that the decision table found. */
@Component
class RiskScreening {

  private final RiskAssessments assessments;

  RiskScreening(RiskAssessments assessments) {
    this.assessments = assessments;
  }

  /**
   * Files them.
   *
   * @return the level that the case has now: a lower one waits for a supervisor
   */
  RiskLevel file(FiledForm form, RiskLevel level) {
    var signs = form.said().texts("dangerSigns").stream().map(RiskOverride::valueOf).toList();
    return assessments.assess(
        form.number(), scores(form), signs, level, form.by(), Optional.of(form.record()));
  }

  private static RiskScores scores(FiledForm form) {
    return new RiskScores(
        form.score("severity"),
        form.score("imminence"),
        form.score("vulnerability"),
        form.score("perpetratorAccess"),
        form.score("repetition"),
        form.score("protectiveFactors"));
  }
}
