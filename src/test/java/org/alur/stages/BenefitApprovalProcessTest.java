package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BenefitApprovalProcessTest extends ProcessScenarios {

  @Autowired Grants grants;
  @Autowired Benefits benefits;

  UUID benefit = new UUID(0, 0);

  BenefitApprovalProcessTest() {
    super("benefit-approval");
  }

  private Scenario asking(long amount) {
    var number = scenarios.aCase();
    benefit = grants.requested(number, amount);
    return scenarios.process("benefit-approval", number, Map.of("benefitId", benefit.toString()));
  }

  private Benefit.Status status() {
    return benefits.get(benefit).status();
  }

  @Test
  void a_small_amount_is_granted_by_the_supervisor() {
    var scenario = asking(1_000_000).runs();

    assertThat(scenario.forms()).containsExactly("approve-benefit");
    assertThat(status()).isEqualTo(Benefit.Status.APPROVED);
  }

  @Test
  void a_larger_one_by_the_head_of_the_agency() {
    var scenario = asking(1_000_001).runs();

    assertThat(scenario.forms()).containsExactly("approve-benefit-as-head");
    assertThat(status()).isEqualTo(Benefit.Status.APPROVED);
  }

  @Test
  void a_large_one_by_two_different_heads() {
    var scenario = asking(10_000_001).runs();

    assertThat(scenario.asked()).extracting(Scenario.Asked::user).doesNotHaveDuplicates();
    assertThat(scenario.forms())
        .containsExactly("approve-benefit-in-committee", "approve-benefit-in-committee");
    assertThat(benefits.get(benefit).approvedBy()).hasSize(2);
    assertThat(status()).isEqualTo(Benefit.Status.APPROVED);
  }

  @Test
  void one_no_in_the_committee_is_enough() {
    asking(10_000_001)
        .answering(
            "approve-benefit-in-committee",
            Map.of("approval", "YES"),
            Map.of("approval", "NO", "reason", "The plan does not add up."))
        .runs();

    assertThat(status()).isEqualTo(Benefit.Status.REJECTED);
    assertThat(benefits.get(benefit).statusReason()).contains("The plan does not add up.");
  }

  @Test
  void a_head_who_agreed_is_told_that_another_one_decides() {
    var scenario = asking(10_000_001);
    String head = Crew.of(Role.AGENCY_HEAD);
    scenario.submits(head, "approve-benefit-in-committee", Map.of("approval", "YES"));

    assertThatThrownBy(
            () -> scenario.submits(head, "approve-benefit-in-committee", Map.of("approval", "YES")))
        .hasStackTraceContaining("a committee is two different people");
    assertThat(status()).isEqualTo(Benefit.Status.REQUESTED);
  }

  @Test
  void nobody_grants_what_they_asked_for() {
    var number = scenarios.aCase();
    String budi = Crew.of(Role.SUPERVISOR);
    benefit = grants.requested(number, 500_000, budi);
    var scenario =
        scenarios.process("benefit-approval", number, Map.of("benefitId", benefit.toString()));

    assertThatThrownBy(() -> scenario.submits(budi, "approve-benefit", Map.of("approval", "YES")))
        .hasStackTraceContaining("somebody else has to decide");
    assertThat(status()).isEqualTo(Benefit.Status.REQUESTED);
  }

  @Test
  void a_no_carries_its_reason() {
    asking(500_000)
        .answering("approve-benefit", Map.of("approval", "NO", "reason", "Insurance pays."))
        .runs();

    assertThat(benefits.get(benefit).statusReason()).contains("Insurance pays.");
    assertThat(benefits.get(benefit).request().until()).isAfter(LocalDate.of(2020, 1, 1));
  }
}
