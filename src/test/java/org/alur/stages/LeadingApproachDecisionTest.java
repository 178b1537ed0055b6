package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingApproachDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WILLING,        ACTION,           LOW,       false, MOTIVATIONAL
          WILLING,        PRECONTEMPLATION, EMERGENCY, true,  MOTIVATIONAL
          PARTLY_WILLING, PRECONTEMPLATION, MEDIUM,    false, PERSUASIVE
          UNDECIDED,      PRECONTEMPLATION, HIGH,      true,  PERSUASIVE
          UNDECIDED,      CONTEMPLATION,    HIGH,      true,  MOTIVATIONAL
          PARTLY_WILLING, MAINTENANCE,      LOW,       false, MOTIVATIONAL
          REFUSED,        PRECONTEMPLATION, EMERGENCY, false, COERCIVE
          REFUSED,        CONTEMPLATION,    EMERGENCY, true,  COERCIVE
          REFUSED,        PRECONTEMPLATION, HIGH,      true,  COERCIVE
          REFUSED,        PRECONTEMPLATION, HIGH,      false, PERSUASIVE
          REFUSED,        PRECONTEMPLATION, MEDIUM,    true,  PERSUASIVE
          REFUSED,        ACTION,           LOW,       true,  PERSUASIVE
          """)
  void the_mildest_approach_that_can_work_is_proposed(
      String willingness, String stageOfChange, String riskLevel, boolean tried, String proposed) {
    assertThat(
            Decision.of("stages/leading-approach")
                .with("willingness", willingness)
                .with("stageOfChange", stageOfChange)
                .with("riskLevel", riskLevel)
                .with("bothWaysTried", tried)
                .result())
        .isEqualTo(proposed);
  }
}
