package org.alur.stages;

import static org.alur.support.PlannedCases.but;
import static org.alur.support.ProtectionAnswers.needConfirmed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.ActivityStatus;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.engine.Platform;
import org.alur.forms.FormContext;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.ProtectionAnswers;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SocialAssistanceProcessTest extends ProcessScenarios {

  private static final String SERVICE = "social-assistance";

  @Autowired PlannedCases planned;
  @Autowired Benefits benefits;
  @Autowired Payments payments;
  @Autowired SocialAssistanceForms socialAssistanceForms;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  SocialAssistanceProcessTest() {
    super(SERVICE);
  }

  private Scenario assistance(Map<String, ?> different) {
    return assistance(planned.withPlan(SERVICE), different);
  }

  private Scenario assistance(CaseNumber number, Map<String, ?> different) {
    var scenario = planned.service(SERVICE, number);
    answers().forEach(scenario::answering);
    return scenario.answering("request-assistance", request(different));
  }

  private Map<String, Map<String, ?>> answers() {
    return ProtectionAnswers.assistance(planned.document(Role.WELFARE_STAFF));
  }

  private Map<String, Object> request(Map<String, ?> different) {
    return but(answers(), "request-assistance", different);
  }

  private Map<String, Object> answer(String form, Map<String, ?> different) {
    return but(answers(), form, different);
  }

  private Benefit benefit(Scenario scenario) {
    assertThat(benefits.ofCase(scenario.number())).hasSize(1);
    return benefits.ofCase(scenario.number()).get(0);
  }

  private void ends(Scenario scenario, ActivityStatus status) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(status);
  }

  private long records(CaseNumber number) {
    return database
        .sql("SELECT count(*) FROM case_records WHERE case_number = :number")
        .param("number", number.value())
        .query(Long.class)
        .single();
  }

  private void refuses(
      Scenario scenario, Role role, String form, Map<String, ?> answer, String sentence) {
    long before = records(scenario.number());
    assertThatThrownBy(() -> scenario.submits(Crew.of(role), form, answer))
        .hasStackTraceContaining(sentence);
    assertThat(records(scenario.number())).isEqualTo(before);
  }

  private void refusesRequest(Map<String, ?> different, String sentence) {
    var scenario = assistance(Map.of());
    refuses(scenario, Role.CASEWORKER, "request-assistance", request(different), sentence);
  }

  @Test
  void a_poor_family_gets_money_once_after_a_visit_a_decision_and_three_steps_of_payment() {
    var scenario = assistance(Map.of()).runs();

    assertThat(scenario.forms())
        .containsExactly(
            "request-assistance",
            "verify-need",
            "approve-benefit",
            "prepare-payment",
            "approve-payment",
            "pay-out",
            "report-on-assistance");
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::role)
        .containsExactly(
            "caseworker",
            "welfare-staff",
            "supervisor",
            "finance-officer",
            "finance-officer",
            "finance-officer",
            "caseworker");
    ends(scenario, ActivityStatus.DONE);
    assertThat(benefit(scenario).status()).isEqualTo(Benefit.Status.APPROVED);
    assertThat(payments.of(benefit(scenario).id()))
        .extracting(Payment::label)
        .containsExactly("FULL");
  }

  @Test
  void goods_that_a_volunteer_saw_the_need_of_are_delivered_to_the_family_against_proof() {
    var number = planned.withPlan(SERVICE);
    planned.givesAFamily(number, "2015-01-01");
    var scenario = assistance(number, Map.of("way", "GOODS", "visitor", "VOLUNTEER")).runs();

    assertThat(scenario.asked())
        .contains(
            new Scenario.Asked("verify-need", "volunteer", Crew.of(Role.VOLUNTEER)),
            new Scenario.Asked("deliver-assistance", "welfare-staff", Crew.of(Role.WELFARE_STAFF)));
    assertThat(scenario.forms()).doesNotContain("prepare-payment");
    assertThat(benefit(scenario).request().recipient().type()).isEqualTo(BeneficiaryType.FAMILY);
    assertThat(titles(scenario)).contains("Food delivered to Dewi herself");
    ends(scenario, ActivityStatus.DONE);
  }

  private Set<String> titles(Scenario scenario) {
    return Set.copyOf(
        timeline.of(scenario.number(), Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
            .map(TimelineEntry::title)
            .distinct()
            .toList());
  }

  @Test
  void who_visits_learns_where_to_go_and_no_more() {
    var number = planned.withPlan(SERVICE);
    run("UPDATE persons SET address = 'Jalan 5' WHERE id = '" + planned.personOf(number) + "'");
    var scenario = assistance(number, Map.of("visitor", "VOLUNTEER")).runsUntil("verify-need");

    assertThat(shown(scenario, "verify-need"))
        .isEqualTo(
            Map.of(
                "item", "Food and daily needs",
                "purpose", "Food until the harvest",
                "address", "Jalan 5"));
  }

  @Test
  void lasting_help_is_paid_each_month_and_the_parts_make_the_whole() {
    var scenario =
        assistance(
                Map.of(
                    "amount", "1.000.000",
                    "from", "2027-01-31",
                    "until", "2027-03-31",
                    "duration", "SUSTAINED",
                    "instalments", 3))
            .runs();

    assertThat(payments.of(benefit(scenario).id()))
        .extracting(payment -> payment.label() + " " + payment.amount().amount())
        .containsExactly("PART-1 333333", "PART-2 333333", "PART-3 333334");
    assertThat(now())
        .isBetween(Instant.parse("2027-03-30T17:00:00Z"), Instant.parse("2027-03-30T17:00:01Z"));
    ends(scenario, ActivityStatus.DONE);
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  @Test
  void who_is_not_registered_is_not_refused_but_decided_about_by_the_supervisor() {
    Map<String, Object> unknown = request(Map.of());
    unknown.remove("welfareDecile");
    var scenario = assistance(Map.of()).answering("request-assistance", unknown).runs();

    assertThat(scenario.told("assistanceGround")).containsExactly("NOT_REGISTERED");
    assertThat(scenario.forms())
        .startsWith("request-assistance", "decide-on-assistance", "verify-need");
    assertThat(scenario.asked().get(1).role()).isEqualTo("supervisor");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void a_supervisor_who_says_no_gives_a_reason_that_the_person_is_told() {
    var no = Map.of("assistanceAllowed", "NO", "reason", "Two of them earn well.");
    var scenario =
        assistance(Map.of("householdEarns", "REGULAR"))
            .answering("decide-on-assistance", no)
            .runsUntil("explain-refusal");

    assertThat(shown(scenario, "explain-refusal").get("refusal"))
        .isEqualTo("Two of them earn well.");
    scenario.runs();
    assertThat(benefits.ofCase(scenario.number())).isEmpty();
    ends(scenario, ActivityStatus.CANCELLED);
  }

  /** What a form tells about the assistance. */
  private Map<?, ?> shown(Scenario scenario, String form) {
    var task =
        Platform.call(
            () ->
                engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(scenario.number().value())
                    .singleResult());
    var variables = Platform.call(() -> engine.getTaskService().getVariables(task.getId()));
    var context =
        new FormContext(
            form,
            Optional.of(scenario.number().value()),
            Optional.of(task.getProcessInstanceId()),
            variables,
            Crew.of(Role.CASEWORKER));
    return (Map<?, ?>)
        Objects.requireNonNull(socialAssistanceForms.fill(context).get("assistance"));
  }

  @Test
  void who_gets_the_same_from_elsewhere_is_told_so_without_a_visit() {
    var scenario = assistance(Map.of("receivesSame", "YES")).runsUntil("explain-refusal");

    assertThat(shown(scenario, "explain-refusal").get("refusal"))
        .isEqualTo("they get the same from elsewhere");
    scenario.runs();
    assertThat(scenario.forms()).containsExactly("request-assistance", "explain-refusal");
    ends(scenario, ActivityStatus.CANCELLED);
  }

  @Test
  void a_need_that_the_visit_does_not_confirm_is_not_granted() {
    var different = Map.of("needConfirmed", "NO", "reason", "The shed is full of rice.");
    var scenario =
        assistance(Map.of())
            .answering("verify-need", but(needConfirmed(), different))
            .runsUntil("explain-refusal");

    assertThat(shown(scenario, "explain-refusal").get("refusal"))
        .isEqualTo("The shed is full of rice.");
    scenario.runs();
    assertThat(benefits.ofCase(scenario.number())).isEmpty();
  }

  @Test
  void what_nobody_grants_is_explained_with_the_reason() {
    var scenario =
        assistance(Map.of("amount", "1000001"))
            .answering(
                "approve-benefit-as-head", Map.of("approval", "NO", "reason", "The year is over."))
            .runsUntil("explain-refusal");

    assertThat(shown(scenario, "explain-refusal").get("refusal")).isEqualTo("The year is over.");
    scenario.runs();
    assertThat(benefit(scenario).status()).isEqualTo(Benefit.Status.REJECTED);
    ends(scenario, ActivityStatus.CANCELLED);
  }

  @Test
  void money_that_came_back_is_paid_again_when_it_is_put_right() {
    var scenario =
        assistance(Map.of())
            .answering(
                "pay-out",
                Map.of("outcome", "RETURNED", "reason", "The account is closed."),
                Map.of("outcome", "PAID", "paidOn", "2020-02-02", "receipt", "BKU-18"))
            .runs();

    assertThat(scenario.forms())
        .containsSubsequence("pay-out", "clarify-payment", "prepare-payment", "pay-out");
    assertThat(payments.of(benefit(scenario).id()))
        .extracting(Payment::status)
        .containsExactly(Payment.Status.RETURNED, Payment.Status.PAID);
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void assistance_that_ends_early_frees_the_way_for_another() {
    var scenario =
        assistance(Map.of("duration", "SUSTAINED", "instalments", 3))
            .answering("pay-out", Map.of("outcome", "RETURNED", "reason", "They moved."))
            .answering(
                "clarify-payment",
                Map.of("findings", "Gone.", "deliveryOutcome", "ENDS", "endReason", "They moved."))
            .answering("report-on-assistance", stopped())
            .runs();

    assertThat(scenario.forms()).filteredOn("prepare-payment"::equals).hasSize(1);
    assertThat(benefit(scenario).status()).isEqualTo(Benefit.Status.ENDED);
    ends(scenario, ActivityStatus.CANCELLED);
  }

  private Map<String, Object> stopped() {
    return answer(
        "report-on-assistance", Map.of("activityResult", "STOPPED", "stopReason", "They moved."));
  }

  @Test
  void goods_that_cannot_be_delivered_end_the_rest_as_well() {
    var scenario =
        assistance(Map.of("way", "GOODS", "duration", "SUSTAINED", "instalments", 2))
            .answering(
                "deliver-assistance",
                Map.of("deliveryOutcome", "ENDS", "endReason", "The shop is closed."))
            .answering("report-on-assistance", stopped())
            .runs();

    assertThat(scenario.forms()).filteredOn("deliver-assistance"::equals).hasSize(1);
    assertThat(titles(scenario)).noneMatch(title -> title.contains("delivered to"));
  }

  @Test
  void a_request_that_does_not_add_up_is_refused_before_anything_is_stored() {
    refusesRequest(Map.of("amount", "a lot"), "Write the amount in rupiah");
    refusesRequest(Map.of("amount", "0"), "Write the amount in rupiah");
    refusesRequest(Map.of("amount", "9999999999999999"), "No budget has that much");
    refusesRequest(Map.of("until", "2025-12-31"), "The end lies before the beginning");
    refusesRequest(
        Map.of("duration", "SUSTAINED", "instalments", 5), "do not fit between the two days");
    refusesRequest(
        Map.of("duration", "SUSTAINED", "instalments", 3, "amount", "2"), "too little for so many");
    refusesRequest(Map.of("item", "HOUSEHOLD_GOODS"), "for victims of a disaster");
  }

  @Test
  void the_rates_after_a_disaster_are_kept() {
    refusesRequest(
        Map.of("item", "HOUSEHOLD_GOODS", "shock", "DISASTER", "amount", "3.000.001"),
        "at most Rp 3.000.000 per family");
    Map<String, Object> allowance =
        Map.of(
            "item", "LIVING_ALLOWANCE",
            "shock", "DISASTER",
            "persons", 4,
            "from", "2026-03-01",
            "until", "2026-03-10",
            "amount", "600.001");
    refusesRequest(allowance, "for this request that is Rp 600.000");
    refusesRequest(but(allowance, Map.of("until", "2026-06-01")), "for 3 months at most");

    var scenario = assistance(but(allowance, Map.of("amount", "600.000"))).runs();
    assertThat(scenario.told("assistanceGround")).containsExactly("STRUCK_BY_DISASTER");
    ends(scenario, ActivityStatus.DONE);
  }

  @Test
  void nobody_gets_the_same_twice_at_one_time() {
    var number = planned.withPlan(SERVICE);
    assistance(number, Map.of()).runs();
    var second = planned.service(SERVICE, number);

    refuses(
        second,
        Role.CASEWORKER,
        "request-assistance",
        request(Map.of("from", "2026-03-31", "until", "2026-04-30")),
        "Nobody gets the same twice");
    second.submits(
        Crew.of(Role.CASEWORKER),
        "request-assistance",
        request(Map.of("from", "2026-04-01", "until", "2026-04-30")));
  }

  @Test
  void of_two_requests_for_the_same_the_later_visit_is_told() {
    var number = planned.withPlan(SERVICE);
    var scenario = planned.service(SERVICE, number);
    planned.service(SERVICE, number);
    for (int request = 0; request < 2; request++) {
      scenario.submits(Crew.of(Role.CASEWORKER), "request-assistance", request(Map.of()));
    }
    scenario.submits(Crew.of(Role.WELFARE_STAFF), "verify-need", needConfirmed());

    refuses(
        scenario,
        Role.WELFARE_STAFF,
        "verify-need",
        needConfirmed(),
        "Say no here and give that as the reason");
  }

  @Test
  void a_no_without_a_reason_and_a_delivery_without_proof_are_refused() {
    var decision =
        assistance(Map.of("householdEarns", "REGULAR")).runsUntil("decide-on-assistance");
    refuses(
        decision,
        Role.SUPERVISOR,
        "decide-on-assistance",
        Map.of("assistanceAllowed", "NO"),
        "Why?");

    var delivery = assistance(Map.of("way", "GOODS")).runsUntil("deliver-assistance");
    Map<String, Object> unproven = answer("deliver-assistance", Map.of());
    unproven.remove("proof");
    refuses(delivery, Role.WELFARE_STAFF, "deliver-assistance", unproven, "Proof");
    refuses(
        delivery,
        Role.WELFARE_STAFF,
        "deliver-assistance",
        answer("deliver-assistance", Map.of("deliveredOn", "2999-01-01")),
        "still to come");
  }

  @Test
  void a_supervisor_who_asks_neither_decides_nor_grants() {
    String budi = Crew.of(Role.SUPERVISOR);
    run("INSERT INTO worker_roles VALUES ('" + budi + "', 'CASEWORKER')");
    try {
      var decision = assistance(Map.of());
      decision.submits(budi, "request-assistance", request(Map.of("householdEarns", "REGULAR")));
      refuses(
          decision,
          Role.SUPERVISOR,
          "decide-on-assistance",
          Map.of("assistanceAllowed", "YES", "reason", "I say so."),
          "somebody else has to approve it");

      var approval = assistance(Map.of());
      approval.submits(budi, "request-assistance", request(Map.of()));
      approval.submits(Crew.of(Role.WELFARE_STAFF), "verify-need", needConfirmed());
      refuses(
          approval,
          Role.SUPERVISOR,
          "approve-benefit",
          Map.of("approval", "YES"),
          "You asked for this benefit");
      assertThat(benefit(approval).status()).isEqualTo(Benefit.Status.REQUESTED);
    } finally {
      run("DELETE FROM worker_roles WHERE user_id = '" + budi + "' AND role = 'CASEWORKER'");
    }
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
