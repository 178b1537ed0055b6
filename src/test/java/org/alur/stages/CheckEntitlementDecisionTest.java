package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckEntitlementDecisionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          DECEASED,        POOR,                    1,  YES, REFUSED
          OTHER_PROGRAMME, FIGHTER,                 1,  -,   REFUSED
          NONE,            FIGHTER,                 10, -,   ELIGIBLE
          PUBLIC_SERVANT,  PIONEER_OF_INDEPENDENCE, 8,  -,   ELIGIBLE
          FORMAL_WAGE,     HERO_FAMILY,             0,  -,   ELIGIBLE
          PUBLIC_SERVANT,  POOR,                    1,  YES, REFUSED
          FORMAL_WAGE,     NEGLECTED_ELDERLY,       1,  -,   REFUSED
          NONE,            POOR,                    1,  -,   ELIGIBLE
          NONE,            NEGLECTED_ORPHAN,        2,  -,   ELIGIBLE
          NONE,            NEGLECTED_ELDERLY,       3,  -,   ELIGIBLE
          NONE,            PHYSICAL_DISABILITY,     4,  -,   ELIGIBLE
          NONE,            MENTAL_DISABILITY,       4,  -,   ELIGIBLE
          NONE,            MULTIPLE_DISABILITY,     4,  -,   ELIGIBLE
          NONE,            FORMER_CHRONIC_PATIENT,  4,  -,   ELIGIBLE
          NONE,            POOR,                    5,  YES, EXCEPTION
          NONE,            POOR,                    0,  YES, EXCEPTION
          NONE,            NONE,                    1,  YES, EXCEPTION
          NONE,            POOR,                    5,  NO,  REFUSED
          NONE,            POOR,                    0,  NO,  REFUSED
          NONE,            NONE,                    1,  NO,  REFUSED
          NONE,            NONE,                    1,  -,   REFUSED
          """)
  void exclusions_come_first_then_the_honoured_then_the_poorer_deciles(
      String exclusion,
      String group,
      String decile,
      @Nullable String exceptionAsked,
      String entitlement) {
    assertThat(
            Decision.of("shared/check-entitlement")
                .with("exclusion", exclusion)
                .with("priorityGroup", group)
                .with("welfareDecile", decile)
                .with("exceptionAsked", exceptionAsked)
                .result())
        .isEqualTo(entitlement);
  }
}
