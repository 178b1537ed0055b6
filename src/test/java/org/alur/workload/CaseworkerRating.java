package org.alur.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The tables in the folder processes, asked without an application. */
final class CaseworkerRating {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision RATING = table("rate-caseworker");
  private static final Map<Object, Integer> KNOWN = new ConcurrentHashMap<>();

  static final LeadChoice.Rating OF_THE_TABLE =
      (fit, share) ->
          KNOWN.computeIfAbsent(
              Map.entry(fit, share),
              any ->
                  ((Number)
                          answer(
                              RATING,
                              Map.of(
                                  "speaksLanguage", fit.speaksLanguage(),
                                  "hasSkill", fit.hasSkill(),
                                  "worksInDistrict", fit.worksInDistrict(),
                                  "share", share)))
                      .intValue());

  private CaseworkerRating() {}

  static DmnDecision table(String key) {
    try (InputStream model = Files.newInputStream(Path.of("processes/shared/" + key + ".dmn"))) {
      return ENGINE.parseDecision(key, model);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static Object answer(DmnDecision decision, Map<String, Object> inputs) {
    return ENGINE.evaluateDecisionTable(decision, inputs).getSingleEntry();
  }
}
