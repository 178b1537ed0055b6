package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeEmpowermentDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          10,  10,  10,  10,  2, GRADUATE
          10,  10,  10,  -5,  2, GRADUATE
          35,  20,  0,   10,  0, GRADUATE
          10,  10,  10,  -6,  2, STRENGTHEN
          10,  10,  9,   9,   2, STRENGTHEN
          10,  10,  9,   9,   1, STRENGTHEN
          10,  10,  9,   9,   0, STOP
          60,  60,  60,  -8,  0, STOP
          0,   0,   0,   0,   1, STRENGTHEN
          -20, -20, -20, -20, 0, STOP
          -,   -,   -,   -,   1, STRENGTHEN
          -,   -,   -,   -,   0, STOP
          """)
  void three_aspects_rise_and_none_falls(
      @Nullable Long choices,
      @Nullable Long freedom,
      @Nullable Long resources,
      @Nullable Long power,
      long roundsLeft,
      String proposal) {
    assertThat(
            Decision.of("services/social-empowerment/judge-empowerment")
                .with("choicesChange", choices)
                .with("freedomChange", freedom)
                .with("resourcesChange", resources)
                .with("powerChange", power)
                .with("roundsLeft", roundsLeft)
                .result())
        .isEqualTo(proposal);
  }
}
