package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.People;
import org.alur.catalogue.Field;
import org.alur.engine.Processes;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.OpenBenefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.PlanAnswers;
import org.alur.support.PlannedCases;
import org.alur.support.ProtectionAnswers;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case ends while money is asked for or on its way, and the person comes back. */
@AlurTest
class ApplyingAgainJourneyTest {

  private static final String DIED = "case.beneficiary-died";

  @Autowired Scenarios scenarios;
  @Autowired PlannedCases planned;
  @Autowired Processes processes;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Benefits benefits;
  @Autowired OpenBenefits openBenefits;
  @Autowired Payments payments;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private Scenario asksForFood() {
    var journey = scenarios.request(Field.SOCIAL_PROTECTION, Map.of());
    ProtectionAnswers.assistance(planned.document()).forEach(journey::answering);
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.put("service", "social-assistance");
    activity.put("approach", "PERSUASIVE");
    return journey
        .answering(
            "write-case-plan",
            but(
                "write-case-plan",
                Map.of(
                    "leadingApproach", "PERSUASIVE",
                    "approachReason", "She hesitates to ask.",
                    "activities", List.of(activity))))
        .answering("make-persuasive-attempt", PlanAnswers.attempt("WILLING"))
        .answering("prepare-closure", but("prepare-closure", Map.of("closureReason", "MOVED")));
  }

  /** Somebody took her for dead, which ends what goes on; she has only moved. */
  private void endsByMistake(Scenario journey) {
    openBenefits.end(journey.number(), "Taken for dead", Crew.of(Role.SUPERVISOR));
    assertThat(processes.tell(journey.number().value(), DIED, Map.of())).isPositive();
    journey.runsUntil("make-contact-after-30-days");
    assertThat(cases.get(journey.number()).state()).isEqualTo(CaseState.CLOSED);
    assertThat(cases.get(journey.number()).closureReason()).contains(ClosureReason.MOVED);
  }

  private Benefit benefit(CaseNumber number) {
    assertThat(benefits.ofCase(number)).hasSize(1);
    return benefits.ofCase(number).get(0);
  }

  private CaseNumber comesBack(Scenario journey) {
    var number = scenarios.anotherCaseAbout(cases.get(journey.number()).beneficiary());
    return planned.withPlan(number, "CASEWORKER", "social-assistance");
  }

  private Scenario asksForFoodAgain(CaseNumber number) {
    var again = planned.service("social-assistance", number);
    ProtectionAnswers.assistance(planned.document()).forEach(again::answering);
    return again.runs();
  }

  @Test
  void who_comes_back_after_a_request_that_nobody_decided_gets_what_they_asked_for() {
    var journey = asksForFood().runsUntil("approve-benefit");
    endsByMistake(journey);
    assertThat(benefit(journey.number()).status()).isEqualTo(Benefit.Status.WITHDRAWN);

    var again = comesBack(journey);
    asksForFoodAgain(again);

    assertThat(benefit(again).status()).isEqualTo(Benefit.Status.APPROVED);
    assertThat(payments.of(benefit(again).id()))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.PAID);
  }

  @Test
  void a_payment_on_its_way_stops_with_the_case_and_goes_out_once_in_the_next_one() {
    var journey = asksForFood().runsUntil("pay-out");
    endsByMistake(journey);
    assertThat(payments.of(benefit(journey.number()).id()))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.CANCELLED);

    var again = comesBack(journey);
    asksForFoodAgain(again);

    assertThat(payments.of(benefit(again).id()))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.PAID);
  }

  @Test
  void a_death_that_another_case_knows_of_stops_the_payment_with_a_sentence() {
    var journey = asksForFood().runsUntil("approve-payment");
    var person = people.get(cases.get(journey.number()).beneficiary().id());
    people.died(person.id(), LocalDate.of(2026, 1, 20));

    assertThatThrownBy(
            () ->
                journey.submits(
                    Crew.of(Role.FINANCE_OFFICER) + "-2",
                    "approve-payment",
                    Map.of("paymentApproval", "YES")))
        .hasStackTraceContaining(person.name() + " died on 20 January 2026");
    assertThat(payments.of(benefit(journey.number()).id()))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.PREPARED);
  }
}
