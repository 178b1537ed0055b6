package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRecertificationDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CHANGED,   1, RECERTIFY
          CHANGED,   4, RECERTIFY
          UNCHANGED, 4, RECERTIFY
          UNCHANGED, 5, RECERTIFY
          UNCHANGED, 1, NEXT_QUARTER
          UNCHANGED, 3, NEXT_QUARTER
          """)
  void a_year_or_a_change_leads_to_recertification(String change, long quarters, String step) {
    assertThat(
            Decision.of("services/social-security/plan-recertification")
                .with("changeFound", change)
                .with("quartersPaid", quarters)
                .result())
        .isEqualTo(step);
  }
}
