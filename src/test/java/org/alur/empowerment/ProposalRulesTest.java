package org.alur.empowerment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.alur.payments.Rupiah;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class ProposalRulesTest {

  @Autowired ProposalRules rules;

  private static Proposal proposal(long grant, List<Long> budget, List<Long> tranches) {
    return new Proposal(
        "Tempe",
        "Boil and wrap",
        "The market",
        "Dear soybeans",
        Rupiah.of(grant),
        budget.stream().map(a -> new Proposal.BudgetLine("Thing", Rupiah.of(a))).toList(),
        tranches.stream().map(a -> new Proposal.PlannedTranche(Rupiah.of(a), "Done")).toList());
  }

  private List<String> told(AssistanceKind kind, Proposal proposal) {
    List<String> told = new ArrayList<>();
    rules.check(kind, proposal).forEach(each -> told.add(each.field() + ": " + each.message()));
    return told;
  }

  @Test
  void a_budget_that_adds_up_to_the_rupiah_is_accepted() {
    assertThat(
            told(
                AssistanceKind.GROUP,
                proposal(20_000_000, List.of(19_999_999L, 1L), List.of(20_000_000L))))
        .isEmpty();
  }

  @Test
  void one_rupiah_too_little_is_told_with_the_difference() {
    assertThat(
            told(
                AssistanceKind.GROUP,
                proposal(1_000_000, List.of(999_999L), List.of(600_000L, 400_001L))))
        .containsExactly(
            "budget: The lines of the budget add up to Rp 999.999, that is Rp 1 less than the"
                + " grant of Rp 1.000.000; correct them.",
            "tranches: The tranches add up to Rp 1.000.001, that is Rp 1 more than the grant of"
                + " Rp 1.000.000; correct them.");
  }

  @Test
  void a_household_may_ask_for_less_than_a_group() {
    var proposal = proposal(5_000_001, List.of(5_000_001L), List.of(5_000_001L));

    assertThat(told(AssistanceKind.GROUP, proposal)).isEmpty();
    assertThat(told(AssistanceKind.HOUSEHOLD, proposal))
        .singleElement()
        .asString()
        .contains("At most Rp 5.000.000");
  }
}
