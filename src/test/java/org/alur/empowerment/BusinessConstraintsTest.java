package org.alur.empowerment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.payments.Rupiah;
import org.alur.support.AlurTest;
import org.alur.support.BusinessCases;
import org.alur.support.Grants;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses, whatever the forms and the code before it let pass. */
@AlurTest
class BusinessConstraintsTest {

  private static final LocalDate DAY = LocalDate.of(2020, 3, 3);

  @Autowired BusinessCases business;
  @Autowired BusinessAssistances assistances;
  @Autowired Proposals proposals;
  @Autowired Tranches tranches;
  @Autowired Concerns concerns;
  @Autowired Grants grants;
  @Autowired JdbcClient database;

  CaseNumber number = new CaseNumber("SE-2000-000001");
  UUID activity = new UUID(0, 0);
  UUID record = new UUID(0, 0);

  @BeforeEach
  void open() {
    number = business.ofAPerson();
    activity = business.activity(number);
    record = grants.record(number);
    assistances.open(activity, number);
  }

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

  private UUID inTwoTranches() {
    return proposals.file(
        activity, proposal(100, List.of(100L), List.of(60L, 40L)), "sari", record);
  }

  private static TrancheAccount account(long spent, long left) {
    return new TrancheAccount(
        List.of(new TrancheAccount.Receipt(DAY, "Soybeans", Rupiah.of(spent))), Rupiah.of(left));
  }

  private static void refused(String sentence, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(sentence);
  }

  private Tranche tranche(int ordinal) {
    return tranches.of(activity).get(ordinal - 1);
  }

  @Test
  void a_budget_that_does_not_add_up() {
    refused(
        "The lines of a budget add up",
        () -> proposals.file(activity, proposal(100, List.of(99L), List.of(100L)), "sari", record));
    refused(
        "The tranches add up",
        () ->
            proposals.file(
                activity, proposal(100, List.of(100L), List.of(60L, 41L)), "sari", record));
    refused(
        "The lines of a budget add up",
        () -> proposals.file(activity, proposal(100, List.of(), List.of(100L)), "sari", record));
    assertThat(proposals.newest(activity)).as("nothing is stored").isEmpty();
  }

  @Test
  void a_line_that_is_added_to_a_budget_later() {
    UUID id = inTwoTranches();

    refused(
        "The lines of a budget add up",
        () ->
            database
                .sql("INSERT INTO business_budget_lines VALUES (:id, 9, 'A car', 1)")
                .param("id", id)
                .update());
  }

  @Test
  void a_proposal_that_is_changed_or_verified_by_its_author() {
    UUID id = inTwoTranches();

    refused(
        "verified_by_another_person",
        () -> proposals.verify(id, FiledProposal.Verdict.FEASIBLE, "Fine.", "sari"));
    refused(
        "never changed",
        () ->
            database
                .sql("UPDATE business_proposals SET grant_amount = 1 WHERE id = :id")
                .param("id", id)
                .update());
  }

  @Test
  void a_tranche_before_the_last_one_is_accounted_for() {
    inTwoTranches();

    refused("accounted for", () -> tranches.paid(tranche(2).id(), DAY));
    tranches.paid(tranche(1).id(), DAY);
    refused("accounted for", () -> tranches.paid(tranche(2).id(), DAY));
    tranches.account(tranche(1).id(), account(50, 10), "sari", record);
    tranches.paid(tranche(2).id(), DAY);
    assertThat(tranche(2).status()).isEqualTo(Tranche.Status.PAID);
  }

  @Test
  void receipts_that_do_not_add_up_to_the_tranche() {
    inTwoTranches();
    tranches.paid(tranche(1).id(), DAY);

    refused(
        "Receipts and what is left",
        () -> tranches.account(tranche(1).id(), account(50, 9), "sari", record));
    refused(
        "Receipts and what is left",
        () -> tranches.account(tranche(1).id(), account(61, 0), "sari", record));
    assertThat(tranche(1).status()).isEqualTo(Tranche.Status.PAID);
  }

  @Test
  void an_account_while_a_concern_is_open() {
    inTwoTranches();
    tranches.paid(tranche(1).id(), DAY);
    concerns.raise(number, activity, Concerns.Kind.MISUSE, "It was sold.", "sari", record);

    refused(
        "when the concern",
        () -> tranches.account(tranche(1).id(), account(60, 0), "sari", record));
    refused(
        "a_concern_is_judged_by_another_person",
        () -> concerns.decide(activity, Concerns.Decision.GOES_ON, "Seen.", "sari"));
    concerns.decide(activity, Concerns.Decision.GOES_ON, "Seen.", "budi");
    tranches.account(tranche(1).id(), account(60, 0), "sari", record);
    assertThat(tranche(1).status()).isEqualTo(Tranche.Status.ACCOUNTED);
  }

  @Test
  void an_assistance_that_has_ended_stays_so() {
    assistances.end(activity, BusinessAssistance.Outcome.STOPPED, "They moved.");

    refused("never changed", () -> assistances.strengthen(activity));
    assistances.end(activity, BusinessAssistance.Outcome.GRADUATED, "No.");
    assertThat(assistances.get(activity).outcome()).contains(BusinessAssistance.Outcome.STOPPED);
    assertThat(assistances.runningIn(number)).isEmpty();
  }
}
