package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighCaseDecisionTest {

  @ParameterizedTest
  @CsvSource({"EMERGENCY, 3", "HIGH, 2", "MEDIUM, 1", "LOW, 0.5", "UNKNOWN, 1"})
  void the_more_dangerous_the_heavier(String riskLevel, double weight) {
    assertThat(
            CaseworkerRating.answer(
                CaseworkerRating.table("weigh-case"), Map.of("riskLevel", riskLevel)))
        .isEqualTo(weight);
  }
}
