package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class RiskAssessmentsTest {

  private static final RiskScores CALM = new RiskScores(1, 1, 1, 0, 0, 0);

  @Autowired RiskAssessments risks;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    number = town.aCase(cases, people);
  }

  @Test
  void triage_sets_the_first_level() {
    assertThat(assess(RiskLevel.MEDIUM)).isEqualTo(RiskLevel.MEDIUM);
    assertThat(cases.get(number).riskLevel()).contains(RiskLevel.MEDIUM);
  }

  @Test
  void anybody_may_raise_the_level_with_a_reason() {
    assess(RiskLevel.MEDIUM);

    risks.raise(number, RiskLevel.EMERGENCY, "Knife", town.colleague, Optional.empty());

    assertThat(cases.get(number).riskLevel()).contains(RiskLevel.EMERGENCY);
    assertThatThrownBy(
            () -> risks.raise(number, RiskLevel.HIGH, "x", town.colleague, Optional.empty()))
        .hasMessageContaining("already");
  }

  @Test
  void lower_scores_do_not_lower_the_level_by_themselves() {
    assess(RiskLevel.HIGH);

    assertThat(assess(RiskLevel.LOW)).isEqualTo(RiskLevel.HIGH);
    assertThat(cases.get(number).riskLevel()).contains(RiskLevel.HIGH);
  }

  @Test
  void only_a_supervisor_of_the_office_lowers_the_level_and_says_why() {
    assess(RiskLevel.HIGH);

    for (String user : List.of(town.lead, town.stranger, town.head, town.intake)) {
      assertThatThrownBy(() -> lower(RiskLevel.LOW, "Calm", user))
          .hasMessageContaining("Only a supervisor");
    }
    assertThatThrownBy(() -> lower(RiskLevel.LOW, " ", town.supervisor))
        .hasMessageContaining("why");
    assertThatThrownBy(() -> lower(RiskLevel.EMERGENCY, "Calm", town.supervisor))
        .hasMessageContaining("below");

    lower(RiskLevel.LOW, "The perpetrator is in prison", town.supervisor);
    assertThat(cases.get(number).riskLevel()).contains(RiskLevel.LOW);
  }

  @Test
  void the_risk_of_a_closed_case_is_history() {
    cases.close(number, ClosureReason.MOVED, "budi");

    assertThatThrownBy(() -> assess(RiskLevel.LOW)).isInstanceOf(CaseNotOpen.class);
  }

  private void lower(RiskLevel level, String reason, String by) {
    risks.lower(number, level, reason, by, Optional.empty());
  }

  private RiskLevel assess(RiskLevel level) {
    return risks.assess(number, CALM, List.of(), level, town.intake, Optional.empty());
  }
}
