package org.alur.stages;

import static org.alur.support.AssistanceAnswers.outcome;
import static org.alur.support.AssistanceAnswers.recertificationVisit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alur.assistance.Quarter;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseNumber;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SustainedDirectAssistanceProcessTest extends AssistanceScenarios {

  @Autowired Payments payments;
  @Autowired AssistanceChanges changes;

  SustainedDirectAssistanceProcessTest() {
    super(SERVICE);
  }

  private Scenario assisting() {
    return answered(planned.service(SERVICE, aCaseWithThePlan()));
  }

  private UUID enrolment(CaseNumber number) {
    return database
        .sql("SELECT id FROM enrolments WHERE case_number = :number")
        .param("number", number.value())
        .query(UUID.class)
        .single();
  }

  private List<String> paidQuarters(CaseNumber number) {
    return benefits.ofCase(number).stream()
        .sorted((one, other) -> one.request().from().compareTo(other.request().from()))
        .flatMap(benefit -> payments.of(benefit.id()).stream())
        .filter(payment -> payment.status() == Payment.Status.PAID)
        .map(Payment::label)
        .toList();
  }

  private static List<String> quarters(LocalDate from, int count) {
    return IntStream.range(0, count).mapToObj(i -> Quarter.of(from).plus(i).label()).toList();
  }

  private void ends(Scenario scenario, ActivityStatus status) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(status);
  }

  @Test
  void a_family_is_paid_four_quarters_and_graduates_after_the_year() {
    LocalDate start = today();

    var scenario = assisting().runs();

    assertThat(scenario.forms())
        .startsWith(
            "take-assistance-application",
            "validate-household",
            "determine-entitlement",
            "register-assistance-account",
            "approve-benefit-as-head",
            "prepare-payment",
            "approve-payment",
            "pay-out")
        .endsWith("visit-for-recertification", "decide-recertification", "congratulate-family");
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 4));
    assertThat(today())
        .as("the year is not over before its last quarter")
        .isAfter(start.plusMonths(6));
    assertThat(statusOf(scenario.number())).isEqualTo("GRADUATED");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void the_next_year_is_decided_and_granted_anew() {
    LocalDate start = today();

    var scenario =
        assisting()
            .answering("decide-recertification", outcome("CONTINUE"), outcome("GRADUATE"))
            .runs();

    assertThat(scenario.forms()).filteredOn("approve-benefit-as-head"::equals).hasSize(2);
    assertThat(scenario.forms()).filteredOn("determine-entitlement"::equals).hasSize(1);
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 8));
    assertThat(benefits.ofCase(scenario.number()))
        .extracting(benefit -> benefit.request().from())
        .containsExactlyInAnyOrder(
            Quarter.of(start).firstDay(), Quarter.of(start).plus(4).firstDay());
  }

  @Test
  void a_family_that_is_refused_gets_nothing() {
    var scenario =
        assisting()
            .answering(
                "determine-entitlement",
                Map.of("determination", "NO", "reason", "The son sends money."))
            .runs();

    assertThat(benefits.ofCase(scenario.number())).isEmpty();
    assertThat(statusOf(scenario.number())).isEqualTo("REFUSED");
    ends(scenario, ActivityStatus.CANCELLED);
  }

  @Test
  void who_determines_the_entitlement_does_not_grant_the_money() {
    var scenario =
        assisting()
            .answering("approve-benefit-as-head", Map.of("approval", "NO", "reason", "No budget."))
            .runs();

    assertThat(scenario.forms()).endsWith("approve-benefit-as-head", "explain-assistance-refusal");
    assertThat(paidQuarters(scenario.number())).isEmpty();
    assertThat(statusOf(scenario.number())).isEqualTo("REFUSED");
    ends(scenario, ActivityStatus.CANCELLED);
  }

  @Test
  void if_a_further_year_is_not_granted_the_family_is_recertified_and_nothing_stops_by_itself() {
    var scenario =
        assisting()
            .answering("decide-recertification", outcome("CONTINUE"), outcome("GRADUATE"))
            .answering(
                "approve-benefit-as-head",
                Map.of("approval", "YES"),
                Map.of("approval", "NO", "reason", "Less is enough."))
            .runs();

    assertThat(scenario.forms())
        .endsWith(
            "approve-benefit-as-head",
            "visit-for-recertification",
            "decide-recertification",
            "congratulate-family");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void a_confirmed_change_leads_to_recertification_before_the_next_payment() {
    LocalDate start = today();
    var scenario =
        assisting()
            .answering(
                "check-reported-change",
                Map.of("changeFound", "CHANGED", "findings", "A child was born."))
            .answering("decide-recertification", outcome("CONTINUE"), outcome("GRADUATE"))
            .runsUntil("pay-out");
    var visit = recertificationVisit("YES", one(scenario.number(), "PREGNANCY"));
    scenario.answering("visit-for-recertification", visit);
    reportsChange(scenario);

    scenario.runs();

    var granted = benefits.ofCase(scenario.number());
    assertThat(granted).hasSize(2);
    assertThat(granted.get(1).status()).isEqualTo(Benefit.Status.ENDED);
    assertThat(granted.get(1).endedOn()).contains(Quarter.of(start).lastDay());
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 5));
    assertThat(scenario.forms()).contains("check-reported-change", "verify-commitments");
  }

  private void reportsChange(Scenario scenario) {
    var refusals = new Refusals();
    var report = report(scenario.number());
    changes.check(report, refusals);
    assertThat(refusals.all()).isEmpty();
    changes.perform(report);
    assertThat(scenario.runsUntil("check-reported-change").forms()).isNotEmpty();
  }

  private Submission report(CaseNumber number) {
    var context =
        new FormContext(
            "report-change",
            Optional.of(number.value()),
            Optional.empty(),
            Map.of(),
            Crew.of(Role.CASEWORKER));
    return new Submission(
        UUID.randomUUID(), context, clock.instant(), Map.of("change", "A child was born."));
  }

  @Test
  void a_change_is_reported_only_where_somebody_gets_assistance() {
    var refusals = new Refusals();

    changes.check(report(aCaseWithThePlan()), refusals);

    assertThat(refusals.all())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.message()).contains("Add a note instead"));
  }

  @Test
  void a_change_that_is_confirmed_between_two_quarters_does_not_wait_for_the_next_one() {
    LocalDate start = today();
    var scenario = assisting();
    scenario
        .answering(
            "check-reported-change", Map.of("changeFound", "CHANGED", "findings", "They work."))
        .runsUntilNobodyIsAsked();
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 1));
    reportsChange(scenario);

    scenario.runs();

    assertThat(scenario.passed()).contains("IntermediateCatchEvent_ChangeConfirmed");
    assertThat(today()).isEqualTo(start);
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 1));
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void a_report_that_turns_out_wrong_changes_nothing() {
    LocalDate start = today();
    var scenario = assisting().runsUntilNobodyIsAsked();
    reportsChange(scenario);

    scenario.runs();

    assertThat(scenario.forms()).contains("check-reported-change");
    assertThat(paidQuarters(scenario.number())).isEqualTo(quarters(start, 4));
  }

  @Test
  void a_removed_family_had_its_notice_and_is_paid_nothing_more() {
    var scenario =
        assisting()
            .answering("decide-recertification", outcome("REMOVE"))
            .leaving("take-removal-objection")
            .runsUntil("give-removal-notice");
    scenario
        .answering(
            "give-removal-notice",
            Map.of(
                "explanation",
                "You live elsewhere now.",
                "toldHow",
                "LETTER",
                "toldOn",
                today().toString(),
                "objectionExplained",
                true))
        .runs();

    assertThat(enrolments.get(enrolment(scenario.number())).status().name()).isEqualTo("REMOVED");
    assertThat(paidQuarters(scenario.number())).hasSize(4);
    ends(scenario, ActivityStatus.CANCELLED);
  }
}
