package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighMotivationDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PREPARATION,      1, READY
          ACTION,           1, READY
          MAINTENANCE,      9, READY
          CONTEMPLATION,    4, TALK_AGAIN
          CONTEMPLATION,    5, ENOUGH
          PRECONTEMPLATION, 2, TALK_AGAIN
          PRECONTEMPLATION, 3, ENOUGH
          """)
  void who_prepares_to_change_is_ready(String stageOfChange, long talksHeld, String outcome) {
    assertThat(
            Decision.of("stages/weigh-motivation")
                .with("stageOfChange", stageOfChange)
                .with("talksHeld", talksHeld)
                .result())
        .isEqualTo(outcome);
  }
}
