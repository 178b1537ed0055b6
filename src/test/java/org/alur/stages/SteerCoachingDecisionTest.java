package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteerCoachingDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,  VISIT
          2,  VISIT
          3,  CHECK
          4,  VISIT
          6,  MEASURE
          7,  VISIT
          11, VISIT
          12, JUDGE
          13, VISIT
          15, VISIT
          18, JUDGE
          24, JUDGE
          25, VISIT
          """)
  void every_month_has_a_visit_and_some_have_more(long month, String step) {
    assertThat(
            Decision.of("services/social-empowerment/steer-coaching")
                .with("coachingMonth", month)
                .result())
        .isEqualTo(step);
  }
}
