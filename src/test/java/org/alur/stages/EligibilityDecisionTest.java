package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityDecisionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EMERGENCY, false, false, false, false, true
          EMERGENCY, true,  true,  true,  false, true
          HIGH,      true,  true,  true,  true,  true
          LOW,       true,  true,  true,  true,  true
          HIGH,      false, true,  true,  true,  false
          MEDIUM,    true,  false, true,  true,  false
          MEDIUM,    true,  true,  false, true,  false
          HIGH,      true,  true,  true,  false, false
          """)
  void an_emergency_is_ours_and_otherwise_everything_has_to_fit(
      String riskLevel,
      boolean fieldFits,
      boolean problemRecognised,
      boolean areaServed,
      boolean consentGiven,
      boolean eligible) {
    assertThat(
            Decision.of("stages/eligibility")
                .with("riskLevel", riskLevel)
                .with("fieldFits", fieldFits)
                .with("problemRecognised", problemRecognised)
                .with("areaServed", areaServed)
                .with("consentGiven", consentGiven)
                .result())
        .isEqualTo(eligible);
  }
}
