package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistanceGroundDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          DIRECT,                      YES, DISASTER, 1,  NONE,      RECEIVES_THE_SAME
          INSTITUTIONAL_STRENGTHENING, NO,  NONE,     -,  -,         STRENGTHENS_A_GROUP
          DIRECT,                      NO,  DISASTER, 9,  REGULAR,   STRUCK_BY_DISASTER
          DIRECT,                      NO,  VIOLENCE, -,  REGULAR,   VICTIM_OF_VIOLENCE
          DIRECT,                      NO,  NONE,     -,  NONE,      NOT_REGISTERED
          DIRECT,                      NO,  WORK,     -,  IRREGULAR, NOT_REGISTERED
          ACCESSIBILITY,               NO,  NONE,     4,  REGULAR,   POOR_WITH_A_WAGE
          DIRECT,                      NO,  NONE,     4,  IRREGULAR, POOR
          DIRECT,                      NO,  WORK,     1,  NONE,      POOR
          DIRECT,                      NO,  NONE,     5,  NONE,      NEITHER_POOR_NOR_STRUCK
          DIRECT,                      NO,  NONE,     10, REGULAR,   NEITHER_POOR_NOR_STRUCK
          DIRECT,                      NO,  EARNER,   5,  REGULAR,   STRUCK_AND_NEAR_POVERTY
          DIRECT,                      NO,  OTHER,    6,  NONE,      STRUCK_AND_NEAR_POVERTY
          DIRECT,                      NO,  WORK,     7,  NONE,      STRUCK_AND_BETTER_OFF
          """)
  void what_is_received_already_matters_more_than_a_shock_and_a_shock_more_than_the_decile(
      String kind,
      String receivesSame,
      String shock,
      @Nullable Long decile,
      @Nullable String earns,
      String ground) {
    assertThat(
            Decision.of("services/social-protection/assistance-ground")
                .with("assistanceKind", kind)
                .with("receivesSame", receivesSame)
                .with("shock", shock)
                .with("welfareDecile", decile)
                .with("householdEarns", earns)
                .result())
        .isEqualTo(ground);
  }
}
