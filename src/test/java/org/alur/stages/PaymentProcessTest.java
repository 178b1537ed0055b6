package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alur.organisation.Role;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentProcessTest extends ProcessScenarios {

  @Autowired Grants grants;
  @Autowired Benefits benefits;
  @Autowired Payments payments;

  UUID benefit = new UUID(0, 0);

  PaymentProcessTest() {
    super("payment");
  }

  private Scenario paying(Map<String, Object> different) {
    var number = scenarios.aCase();
    benefit = grants.granted(number, 900_000);
    Map<String, Object> facts =
        new HashMap<>(Map.of("benefitId", benefit.toString(), "paymentLabel", "FULL"));
    facts.putAll(different);
    return scenarios.process("payment", number, facts);
  }

  private Payment only() {
    assertThat(payments.of(benefit)).hasSize(1);
    return payments.of(benefit).get(0);
  }

  @Test
  void three_different_people_prepare_approve_and_pay_all_that_is_left() {
    var scenario = paying(Map.of()).runs();

    assertThat(scenario.forms()).containsExactly("prepare-payment", "approve-payment", "pay-out");
    assertThat(scenario.asked()).extracting(Scenario.Asked::user).doesNotHaveDuplicates();
    assertThat(only().status()).isEqualTo(Payment.Status.PAID);
    assertThat(only().amount()).isEqualTo(Rupiah.of(900_000));
    assertThat(only().receipt()).contains("BKU-17");
  }

  @Test
  void a_part_is_paid_where_the_service_says_how_much() {
    paying(Map.of("paymentLabel", "TRANCHE-1", "paymentAmount", 300_000L)).runs();

    assertThat(only().label()).isEqualTo("TRANCHE-1");
    assertThat(benefits.left(benefit)).isEqualTo(Rupiah.of(600_000));
  }

  @Test
  void what_is_not_approved_is_prepared_anew() {
    paying(Map.of())
        .answering(
            "approve-payment",
            Map.of("paymentApproval", "NO", "reason", "Another budget pays this."),
            Map.of("paymentApproval", "YES"))
        .runs();

    assertThat(payments.of(benefit))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.CANCELLED, Payment.Status.PAID);
  }

  @Test
  void what_cannot_be_paid_ends_without_a_payment() {
    var scenario =
        paying(Map.of())
            .answering("prepare-payment", Map.of("payable", "NO", "reason", "No budget."))
            .runs();

    assertThat(scenario.isOver()).isTrue();
    assertThat(payments.of(benefit)).isEmpty();
  }

  @Test
  void money_that_came_back_is_noted_with_its_reason() {
    paying(Map.of())
        .answering("pay-out", Map.of("outcome", "RETURNED", "reason", "The account is closed."))
        .runs();

    assertThat(only().status()).isEqualTo(Payment.Status.RETURNED);
    assertThat(only().statusReason()).contains("The account is closed.");
  }

  @Test
  void nobody_has_two_parts_in_a_payment() {
    var scenario = paying(Map.of()).runsUntil("approve-payment");
    String preparer = only().preparedBy();

    assertThatThrownBy(
            () -> scenario.submits(preparer, "approve-payment", Map.of("paymentApproval", "YES")))
        .hasStackTraceContaining("three different people");
    assertThat(only().status()).isEqualTo(Payment.Status.PREPARED);
  }

  @Test
  void nothing_is_approved_after_the_benefit_ended() {
    var scenario = paying(Map.of()).runsUntil("approve-payment");
    benefits.end(benefit, LocalDate.of(2026, 2, 1), "Moved away");
    String other = Crew.of(Role.FINANCE_OFFICER) + "-2";

    assertThatThrownBy(
            () -> scenario.submits(other, "approve-payment", Map.of("paymentApproval", "YES")))
        .hasStackTraceContaining("This benefit has ended");
  }

  @Test
  void a_payment_in_the_future_is_refused() {
    var scenario = paying(Map.of()).runsUntil("pay-out");
    String third = Crew.of(Role.FINANCE_OFFICER) + "-3";

    assertThatThrownBy(
            () ->
                scenario.submits(
                    third,
                    "pay-out",
                    Map.of("outcome", "PAID", "paidOn", "2999-01-01", "receipt", "BKU-17")))
        .hasStackTraceContaining("still to come");
  }
}
