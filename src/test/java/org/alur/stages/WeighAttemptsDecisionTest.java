package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighAttemptsDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WILLING,        1, EMERGENCY, WILLING
          WILLING,        9, LOW,       WILLING
          REFUSED,        1, EMERGENCY, ENOUGH
          REFUSED,        2, HIGH,      TRY_AGAIN
          PARTLY_WILLING, 3, HIGH,      ENOUGH
          NOT_REACHED,    4, MEDIUM,    TRY_AGAIN
          UNDECIDED,      5, MEDIUM,    ENOUGH
          REFUSED,        5, LOW,       TRY_AGAIN
          REFUSED,        6, LOW,       ENOUGH
          """)
  void the_higher_the_risk_the_fewer_attempts(
      String willingness, long attemptsMade, String riskLevel, String outcome) {
    assertThat(
            Decision.of("stages/weigh-attempts")
                .with("willingness", willingness)
                .with("attemptsMade", attemptsMade)
                .with("riskLevel", riskLevel)
                .result())
        .isEqualTo(outcome);
  }
}
