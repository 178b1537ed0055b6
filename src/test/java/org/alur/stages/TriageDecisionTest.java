package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          true,  -,         0,  EMERGENCY
          true,  MEDIUM,    -2, EMERGENCY
          false, EMERGENCY, 0,  EMERGENCY
          false, -,         12, EMERGENCY
          false, -,         9,  EMERGENCY
          false, HIGH,      9,  EMERGENCY
          false, HIGH,      0,  HIGH
          false, -,         8,  HIGH
          false, MEDIUM,    6,  HIGH
          false, MEDIUM,    2,  MEDIUM
          false, -,         5,  MEDIUM
          false, -,         3,  MEDIUM
          false, -,         2,  LOW
          false, -,         -2, LOW
          """)
  void signs_of_danger_and_people_outweigh_the_sum(
      boolean dangerPresent, String raisedLevel, long riskScore, String riskLevel) {
    assertThat(
            Decision.of("stages/triage")
                .with("dangerPresent", dangerPresent)
                .with("raisedLevel", raisedLevel)
                .with("riskScore", riskScore)
                .result())
        .isEqualTo(riskLevel);
  }
}
