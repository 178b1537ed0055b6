package org.alur.stages;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Occasion;
import org.alur.casework.ScaleResults;
import org.alur.forms.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads scores from any form that asks for them in groups with the path {@code scores.<instrument>}
 * and one field for each dimension: {@code scores.familyFunctioning} with the field {@code
 * behaviourControl} is the dimension BEHAVIOUR_CONTROL of FAMILY_FUNCTIONING.
 */
@Component
class ScoreForm {

  private final ScaleResults results;

  ScoreForm(ScaleResults results) {
    this.results = results;
  }

  void file(Submission said, CaseNumber number, UUID activity, Occasion occasion) {
    map(said.values().get("scores"))
        .forEach(
            (instrument, dimensions) ->
                results.file(
                    number,
                    Optional.of(activity),
                    occasion,
                    code(instrument),
                    scores(dimensions),
                    said.context().userId(),
                    Optional.of(said.recordId())));
  }

  private static Map<String, BigDecimal> scores(Object dimensions) {
    Map<String, BigDecimal> scores = new LinkedHashMap<>();
    map(dimensions)
        .forEach((key, value) -> scores.put(code(key), new BigDecimal(value.toString())));
    return scores;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> entries.put(key.toString(), entry));
    }
    return entries;
  }

  /** {@code behaviourControl} becomes {@code BEHAVIOUR_CONTROL}. */
  private static String code(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
