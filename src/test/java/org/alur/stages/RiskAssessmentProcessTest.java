package org.alur.stages;

import static org.alur.support.Answers.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.alur.casework.RiskLevel;
import org.alur.organisation.Role;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;

class RiskAssessmentProcessTest extends ProcessScenarios {

  RiskAssessmentProcessTest() {
    super("risk-assessment");
  }

  private Scenario assessment(RiskLevel before) {
    return scenarios.process("risk-assessment", scenarios.aCase(before, "1990-05-05"), Map.of());
  }

  @Test
  void a_higher_risk_counts_at_once() {
    Map<String, Object> danger = risk("3");
    danger.put("dangerSigns", List.of("SUICIDAL_INTENT"));

    var scenario = assessment(RiskLevel.MEDIUM).answering("reassess-risk", danger).runs();

    assertThat(scenario.forms()).containsExactly("reassess-risk");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.EMERGENCY);
  }

  @Test
  void a_supervisor_lowers_the_risk_that_a_caseworker_finds_lower() {
    var scenario = assessment(RiskLevel.HIGH).runs();

    assertThat(scenario.asked())
        .extracting(Scenario.Asked::role)
        .containsExactly("caseworker", "supervisor");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.MEDIUM);
  }

  @Test
  void the_level_stays_if_the_supervisor_does_not_agree() {
    var scenario =
        assessment(RiskLevel.HIGH)
            .answering(
                "confirm-lower-risk", Answers.but("confirm-lower-risk", Map.of("decision", "KEEP")))
            .runs();

    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void nobody_confirms_a_lower_risk_that_they_found_themselves() {
    var scenario = assessment(RiskLevel.HIGH).runsUntil("confirm-lower-risk");

    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER),
                    "confirm-lower-risk",
                    Answers.to("confirm-lower-risk")))
        .isInstanceOf(RuntimeException.class);
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.HIGH);
  }
}
