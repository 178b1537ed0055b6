package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteerChildSessionsDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,   3, 10, MISSED, REVIEW
          YES, 0, 8,  HELD,   END
          YES, 0, 7,  HELD,   SESSION
          NO,  0, 16, HELD,   END
          NO,  0, 4,  HELD,   REVIEW
          NO,  0, 8,  HELD,   REVIEW
          -,   1, 4,  MISSED, SESSION
          NO,  0, 5,  HELD,   SESSION
          """)
  void guidance_is_reviewed_after_four_and_eight_and_takes_eight_to_sixteen_sessions(
      @Nullable String goalsReached, long missed, long held, String attendance, String step) {
    assertThat(
            Decision.of("services/social-rehabilitation/steer-child-sessions")
                .with("goalsReached", goalsReached)
                .with("sessionsMissed", missed)
                .with("sessionsHeld", held)
                .with("attendance", attendance)
                .result())
        .isEqualTo(step);
  }
}
