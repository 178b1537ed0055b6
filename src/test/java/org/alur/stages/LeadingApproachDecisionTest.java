package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingApproachDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          social-rehabilitation, WILLING,        ACTION,           LOW,       false, MOTIVATIONAL
          social-rehabilitation, WILLING,        PRECONTEMPLATION, EMERGENCY, true,  MOTIVATIONAL
          social-rehabilitation, PARTLY_WILLING, PRECONTEMPLATION, MEDIUM,    false, PERSUASIVE
          social-rehabilitation, UNDECIDED,      PRECONTEMPLATION, HIGH,      true,  PERSUASIVE
          social-rehabilitation, UNDECIDED,      CONTEMPLATION,    HIGH,      true,  MOTIVATIONAL
          social-rehabilitation, PARTLY_WILLING, MAINTENANCE,      LOW,       false, MOTIVATIONAL
          social-rehabilitation, REFUSED,        PRECONTEMPLATION, EMERGENCY, false, COERCIVE
          social-rehabilitation, REFUSED,        CONTEMPLATION,    EMERGENCY, true,  COERCIVE
          social-rehabilitation, REFUSED,        PRECONTEMPLATION, HIGH,      true,  COERCIVE
          social-rehabilitation, REFUSED,        PRECONTEMPLATION, HIGH,      false, PERSUASIVE
          social-rehabilitation, REFUSED,        PRECONTEMPLATION, MEDIUM,    true,  PERSUASIVE
          social-rehabilitation, REFUSED,        ACTION,           LOW,       true,  PERSUASIVE
          social-protection,  WILLING,        ACTION,           HIGH,      true,  MOTIVATIONAL
          social-protection,  REFUSED,        CONTEMPLATION,    HIGH,      true,  COERCIVE
          social-protection,  REFUSED,        CONTEMPLATION,    EMERGENCY, false, COERCIVE
          social-protection,  REFUSED,        CONTEMPLATION,    LOW,       true,  PERSUASIVE
          social-security,    UNDECIDED,      PRECONTEMPLATION, LOW,       false, PERSUASIVE
          social-security,    WILLING,        PREPARATION,      MEDIUM,    false, MOTIVATIONAL
          social-security,    REFUSED,        CONTEMPLATION,    EMERGENCY, true,  PERSUASIVE
          social-security,    REFUSED,        CONTEMPLATION,    HIGH,      true,  MOTIVATIONAL
          social-security,    REFUSED,        CONTEMPLATION,    HIGH,      false, PERSUASIVE
          social-empowerment, PARTLY_WILLING, ACTION,           LOW,       false, MOTIVATIONAL
          social-empowerment, REFUSED,        PRECONTEMPLATION, EMERGENCY, false, PERSUASIVE
          social-empowerment, REFUSED,        CONTEMPLATION,    HIGH,      true,  MOTIVATIONAL
          social-empowerment, REFUSED,        CONTEMPLATION,    MEDIUM,    true,  PERSUASIVE
          """)
  void the_mildest_approach_that_can_work_is_proposed(
      String field,
      String willingness,
      String stageOfChange,
      String riskLevel,
      boolean tried,
      String proposed) {
    assertThat(
            Decision.of("stages/leading-approach")
                .with("field", field)
                .with("willingness", willingness)
                .with("stageOfChange", stageOfChange)
                .with("riskLevel", riskLevel)
                .with("bothWaysTried", tried)
                .result())
        .isEqualTo(proposed);
  }
}
