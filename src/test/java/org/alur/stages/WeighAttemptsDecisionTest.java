package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighAttemptsDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          social-rehabilitation, WILLING,        1, EMERGENCY, WILLING
          social-rehabilitation, WILLING,        9, LOW,       WILLING
          social-rehabilitation, REFUSED,        1, EMERGENCY, ENOUGH
          social-rehabilitation, REFUSED,        2, HIGH,      TRY_AGAIN
          social-rehabilitation, PARTLY_WILLING, 3, HIGH,      ENOUGH
          social-rehabilitation, NOT_REACHED,    4, MEDIUM,    TRY_AGAIN
          social-rehabilitation, UNDECIDED,      5, MEDIUM,    ENOUGH
          social-rehabilitation, REFUSED,        5, LOW,       TRY_AGAIN
          social-rehabilitation, REFUSED,        6, LOW,       ENOUGH
          social-protection,  REFUSED,        4, MEDIUM,    TRY_AGAIN
          social-protection,  REFUSED,        6, LOW,       ENOUGH
          social-security,    WILLING,        1, LOW,       WILLING
          social-security,    REFUSED,        2, MEDIUM,    TRY_AGAIN
          social-security,    REFUSED,        3, LOW,       ENOUGH
          social-security,    REFUSED,        2, HIGH,      TRY_AGAIN
          social-empowerment, UNDECIDED,      2, LOW,       TRY_AGAIN
          social-empowerment, NOT_REACHED,    3, MEDIUM,    ENOUGH
          social-empowerment, REFUSED,        1, EMERGENCY, ENOUGH
          """)
  void the_higher_the_risk_the_fewer_attempts(
      String field, String willingness, long attemptsMade, String riskLevel, String outcome) {
    assertThat(
            Decision.of("stages/weigh-attempts")
                .with("field", field)
                .with("willingness", willingness)
                .with("attemptsMade", attemptsMade)
                .with("riskLevel", riskLevel)
                .result())
        .isEqualTo(outcome);
  }
}
