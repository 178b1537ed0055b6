package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitDelayDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EMERGENCY, 0,  2
          HIGH,      5,  7
          MEDIUM,    30, 14
          LOW,       60, 30
          UNKNOWN,   0,  2
          """)
  void the_higher_the_risk_the_less_a_deadline_is_put_off(
      String riskLevel, int suspended, int extended) throws IOException {
    var engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (var table = Files.newInputStream(Path.of("processes/stages/limit-delay.dmn"))) {
      var row =
          engine
              .evaluateDecisionTable(
                  engine.parseDecision("limit-delay", table),
                  Variables.createVariables().putValue("riskLevel", riskLevel))
              .getSingleResult();

      assertThat(row.getEntryMap())
          .containsEntry("mostSuspended", suspended)
          .containsEntry("mostExtended", extended);
    }
  }
}
