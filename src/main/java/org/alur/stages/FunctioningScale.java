package org.alur.stages;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.Occasion;
import org.alur.casework.ScaleResults;
import org.springframework.stereotype.Component;

/** Files the scale of social functioning that several forms ask for. */
@Component
class FunctioningScale {

  /** Keberfungsian sosial, the scale that all fields share (UU 14/2019 art. 1); 1 to 5 is best. */
  private static final String SOCIAL_FUNCTIONING = "SOCIAL_FUNCTIONING";

  private final ScaleResults results;

  FunctioningScale(ScaleResults results) {
    this.results = results;
  }

  /** Files the three dimensions, if the form asked for them. */
  void file(FiledForm form, Occasion occasion) {
    if (form.said().findText("basicNeeds").isEmpty()) {
      return;
    }
    Map<String, BigDecimal> scores =
        Map.of(
            "BASIC_NEEDS", BigDecimal.valueOf(form.score("basicNeeds")),
            "SOCIAL_ROLES", BigDecimal.valueOf(form.score("socialRoles")),
            "PROBLEM_SOLVING", BigDecimal.valueOf(form.score("problemSolving")));
    results.file(
        form.number(),
        Optional.empty(),
        occasion,
        SOCIAL_FUNCTIONING,
        scores,
        form.by(),
        Optional.of(form.record()));
  }
}
