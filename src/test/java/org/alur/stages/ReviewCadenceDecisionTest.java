package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewCadenceDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EMERGENCY, P14D
          HIGH,      P30D
          MEDIUM,    P60D
          LOW,       P90D
          """)
  void the_higher_the_risk_the_sooner_the_review(String riskLevel, String reviewAfter) {
    assertThat(Decision.of("stages/review-cadence").with("riskLevel", riskLevel).result())
        .isEqualTo(reviewAfter);
  }
}
