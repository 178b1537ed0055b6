package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteerFamilySessionsDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,   3, 0, 2,  MISSED,    OUTREACH
          -,   4, 2, 12, MISSED,    OUTREACH
          YES, 0, 0, 1,  HELD,      END
          NO,  0, 2, 4,  HELD,      END
          NO,  0, 1, 12, HELD,      END
          NO,  0, 0, 6,  HELD,      REVIEW
          -,   1, 0, 6,  MISSED,    SESSION
          -,   0, 0, 6,  CANCELLED, SESSION
          NO,  0, 1, 5,  HELD,      SESSION
          """)
  void a_missed_or_final_session_matters_more_than_the_count(
      @Nullable String goalsReached,
      long missed,
      long quiet,
      long held,
      String attendance,
      String step) {
    assertThat(
            Decision.of("services/social-rehabilitation/steer-family-sessions")
                .with("goalsReached", goalsReached)
                .with("sessionsMissed", missed)
                .with("sessionsWithoutNeed", quiet)
                .with("sessionsHeld", held)
                .with("attendance", attendance)
                .result())
        .isEqualTo(step);
  }
}
