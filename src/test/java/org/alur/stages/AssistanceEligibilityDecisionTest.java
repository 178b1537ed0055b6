package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistanceEligibilityDecisionTest {

  @ParameterizedTest
  @CsvSource({
    "STRUCK_BY_DISASTER,      ELIGIBLE",
    "VICTIM_OF_VIOLENCE,      ELIGIBLE",
    "POOR,                    ELIGIBLE",
    "STRUCK_AND_NEAR_POVERTY, ELIGIBLE",
    "POOR_WITH_A_WAGE,        SUPERVISOR_DECIDES",
    "STRUCK_AND_BETTER_OFF,   SUPERVISOR_DECIDES",
    "NOT_REGISTERED,          SUPERVISOR_DECIDES",
    "STRENGTHENS_A_GROUP,     SUPERVISOR_DECIDES",
    "RECEIVES_THE_SAME,       NOT_ELIGIBLE",
    "NEITHER_POOR_NOR_STRUCK, NOT_ELIGIBLE",
    "ADDED_TOMORROW,          SUPERVISOR_DECIDES",
  })
  void a_doubt_is_decided_by_a_supervisor(String ground, String eligibility) {
    assertThat(
            Decision.of("services/social-protection/assistance-eligibility")
                .with("assistanceGround", ground)
                .result())
        .isEqualTo(eligibility);
  }
}
