package org.alur.stages;

import java.io.InputStream;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** A decision table with what goes in; no process engine is needed for it. */
final class Decision {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final DmnDecision decision;
  private final VariableMap inputs = Variables.createVariables();

  private Decision(DmnDecision decision) {
    this.decision = decision;
  }

  /** The table in a file below {@code processes}, without its ending. */
  static Decision of(String file) {
    String key = file.substring(file.lastIndexOf('/') + 1);
    InputStream table =
        Objects.requireNonNull(
            Decision.class.getResourceAsStream("/processes/" + file + ".dmn"), file);
    return new Decision(ENGINE.parseDecision(key, table));
  }

  Decision with(String input, @Nullable Object value) {
    inputs.putValue(input, value);
    return this;
  }

  @Nullable Object result() {
    return ENGINE.evaluateDecisionTable(decision, inputs).getSingleResult().getSingleEntry();
  }
}
