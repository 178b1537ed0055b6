package org.alur.stages;

import static org.alur.support.AssistanceAnswers.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.assistance.Accounts;
import org.alur.assistance.AssistanceComponent;
import org.alur.assistance.Quarter;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QuarterlyPaymentProcessTest extends AssistanceScenarios {

  @Autowired Payments payments;
  @Autowired Accounts accounts;

  QuarterlyPaymentProcessTest() {
    super("quarterly-payment");
  }

  private Scenario paying(CaseNumber number, AssistanceComponent component) {
    var enrolment = granted(number, component);
    var year = years.newest(enrolment).orElseThrow();
    return answered(
        scenarios.process(
            "quarterly-payment",
            number,
            Map.of(
                "enrolmentId", enrolment.toString(),
                "benefitId", year.benefit().toString(),
                "paymentLabel", year.firstQuarter().label(),
                "changeFound", "UNCHANGED")));
  }

  private UUID enrolment(Scenario scenario) {
    return database
        .sql("SELECT id FROM enrolments WHERE case_number = :number")
        .param("number", scenario.number().value())
        .query(UUID.class)
        .single();
  }

  private List<Payment> paid(Scenario scenario) {
    return payments.of(years.newest(enrolment(scenario)).orElseThrow().benefit());
  }

  @Test
  void the_amount_is_computed_shown_and_paid_by_three_people() {
    var scenario = paying(aCaseWithThePlan(), AssistanceComponent.BASIC_NEEDS).runs();

    assertThat(scenario.forms()).containsExactly("prepare-payment", "approve-payment", "pay-out");
    assertThat(scenario.asked()).extracting(Scenario.Asked::user).doesNotHaveDuplicates();
    assertThat(scenario.passed()).contains("EndEvent_QuarterPaid");
    assertThat(paid(scenario))
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(payment.status()).isEqualTo(Payment.Status.PAID);
              assertThat(payment.amount()).isEqualTo(Rupiah.of(600_000));
              assertThat(payment.label()).isEqualTo(Quarter.of(today()).label());
            });
  }

  @Test
  void commitments_are_verified_where_a_component_asks_for_it() {
    var scenario = paying(aCaseWithThePlan(), AssistanceComponent.PREGNANCY).runs();

    assertThat(scenario.forms()).startsWith("verify-commitments", "prepare-payment");
    assertThat(scenario.asked().get(0).role()).isEqualTo("welfare-staff");
    assertThat(paid(scenario).get(0).amount()).isEqualTo(Rupiah.of(750_000));
  }

  @Test
  void who_could_not_meet_a_commitment_is_paid_all_the_same() {
    var scenario =
        paying(aCaseWithThePlan(), AssistanceComponent.PREGNANCY)
            .answering("verify-commitments", checked("EXCUSED"))
            .runs();

    assertThat(paid(scenario).get(0).amount()).isEqualTo(Rupiah.of(750_000));
  }

  @Test
  void a_component_whose_commitment_was_not_met_is_not_paid_in_this_quarter() {
    var scenario =
        paying(aCaseWithThePlan(), AssistanceComponent.PREGNANCY)
            .answering("verify-commitments", checked("NOT_MET"))
            .runs();

    assertThat(scenario.forms()).containsExactly("verify-commitments");
    assertThat(scenario.passed()).contains("EndEvent_NothingDue");
    assertThat(paid(scenario)).isEmpty();
    assertThat(status(enrolment(scenario))).isEqualTo("DETERMINED");
  }

  private static Map<String, Object> checked(String result) {
    return Map.of("checks", List.of(Map.of("result", result, "note", "She was ill.")));
  }

  @Test
  void what_was_not_done_has_to_be_explained() {
    var scenario =
        paying(aCaseWithThePlan(), AssistanceComponent.PREGNANCY).runsUntil("verify-commitments");

    refused(
        scenario,
        Crew.of(Role.WELFARE_STAFF),
        "verify-commitments",
        Map.of("checks", List.of(Map.of("result", "NOT_MET"))),
        "Say why it was not done");
    assertThat(records(scenario.number(), "verify-commitments")).isZero();
  }

  @Test
  void a_data_mismatch_makes_somebody_look_and_stops_nothing() {
    // Who is paid for being old is not sixty yet.
    var scenario = paying(aCaseWithThePlan(), AssistanceComponent.ELDERLY).runs();

    assertThat(scenario.forms()).startsWith("check-reported-change", "prepare-payment");
    assertThat(paid(scenario).get(0).status()).isEqualTo(Payment.Status.PAID);
    assertThat(status(enrolment(scenario))).isEqualTo("DETERMINED");
  }

  @Test
  void money_that_came_back_is_paid_again_to_the_right_account() {
    var number = aCaseWithThePlan();
    var scenario =
        paying(number, AssistanceComponent.BASIC_NEEDS)
            .answering("pay-out", failed("RETURNED"), paidOut())
            .answering(
                "register-assistance-account", account(planned.personOf(number), "5550001112223"))
            .runs();

    assertThat(scenario.forms())
        .containsSubsequence(
            "pay-out", "register-assistance-account", "prepare-payment", "pay-out");
    assertThat(paid(scenario))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.RETURNED, Payment.Status.PAID);
    assertThat(accounts.find(enrolment(scenario)).orElseThrow().number())
        .isEqualTo("5550001112223");
  }

  @Test
  void money_that_nobody_fetched_is_clarified_with_the_family_and_paid_again() {
    var scenario =
        paying(aCaseWithThePlan(), AssistanceComponent.BASIC_NEEDS)
            .answering("pay-out", failed("NOT_WITHDRAWN"), paidOut())
            .runs();

    assertThat(scenario.forms())
        .containsSubsequence("pay-out", "clarify-open-payment", "prepare-payment", "pay-out");
    assertThat(scenario.passed()).contains("EndEvent_QuarterPaid");
  }

  @Test
  void a_quarter_that_finance_cannot_pay_may_stay_unpaid_for_a_reason() {
    var scenario =
        paying(aCaseWithThePlan(), AssistanceComponent.BASIC_NEEDS)
            .answering("prepare-payment", Map.of("payable", "NO", "reason", "No budget."))
            .answering(
                "clarify-open-payment",
                Map.of(
                    "heldOn", "2020-03-01",
                    "findings", "They left.",
                    "payAgain", "NO",
                    "reason", "They live abroad now."))
            .runs();

    assertThat(scenario.forms()).containsExactly("prepare-payment", "clarify-open-payment");
    assertThat(scenario.passed()).contains("EndEvent_QuarterNotPaid");
  }

  private static Map<String, Object> failed(String outcome) {
    return Map.of("outcome", outcome, "reason", "The bank says so.");
  }

  private static Map<String, Object> paidOut() {
    return new HashMap<>(Map.of("outcome", "PAID", "paidOn", "2020-02-02", "receipt", "BKU-18"));
  }
}
