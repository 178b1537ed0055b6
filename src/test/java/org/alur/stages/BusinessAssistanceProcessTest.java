package org.alur.stages;

import static org.alur.support.BusinessAnswers.accounted;
import static org.alur.support.BusinessAnswers.coaching;
import static org.alur.support.BusinessAnswers.decision;
import static org.alur.support.BusinessAnswers.misused;
import static org.alur.support.BusinessAnswers.rating;
import static org.alur.support.BusinessAnswers.training;
import static org.alur.support.BusinessAnswers.verification;
import static org.alur.support.PlannedCases.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.ActivityStatus;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.SiteChecks;
import org.alur.empowerment.Tranche;
import org.alur.empowerment.Tranches;
import org.alur.forms.FormContext;
import org.alur.organisation.Role;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BusinessAssistanceProcessTest extends ProcessScenarios {

  @Autowired BusinessCases business;
  @Autowired PlannedCases planned;
  @Autowired BusinessAssistances assistances;
  @Autowired BusinessGroups groups;
  @Autowired Benefits benefits;
  @Autowired Payments payments;
  @Autowired Tranches tranches;
  @Autowired SiteChecks checks;
  @Autowired GraduationForms graduation;
  @Autowired ProposalForms proposals;
  @Autowired GrantPayments account;

  private @Nullable Scenario year;
  private @Nullable LocalDate yearEnded;

  BusinessAssistanceProcessTest() {
    super("business-assistance");
  }

  /** Six people of two tranches, whose aspects rise by 25 points within the year. */
  private Scenario ofAGroup() {
    return answered(business.withMembers(business.assistance(business.ofAGroup())));
  }

  private Scenario answered(Scenario scenario) {
    String document = planned.document();
    return scenario
        .answeringInTurn("rate-four-aspects", ratings(scenario, 2, 3, 3))
        .answering(
            "account-for-tranche",
            accounted(document, "9.500.000", "500.000"),
            accounted(document, "8.000.000", ""));
  }

  /** The year of such a group, which several tests look at. */
  private Scenario year() {
    if (year == null) {
      year = ofAGroup().runs();
      yearEnded = today();
    }
    return year;
  }

  /** Such a group whose visits nobody makes, so that only the grant goes on. */
  private Scenario grantOnly() {
    return ofAGroup().leaving("coach-business");
  }

  private void settled(Scenario scenario) {
    assertThat(tranches.areSettled(activity(scenario))).isTrue();
  }

  /** What all take for true at each measurement; the last stays. */
  private List<Map<String, Object>> ratings(Scenario scenario, int... values) {
    int people = business.membersOf(scenario.number()).size();
    List<Map<String, Object>> inTurn = new ArrayList<>();
    for (int value : values) {
      inTurn.addAll(Collections.nCopies(people, rating(value)));
    }
    return inTurn;
  }

  private UUID activity(Scenario scenario) {
    return business.activity(scenario.number());
  }

  private BusinessAssistance assistance(Scenario scenario) {
    return assistances.get(activity(scenario));
  }

  private FormContext context(Scenario scenario, String form, String user) {
    return new FormContext(
        form,
        Optional.of(scenario.number().value()),
        Optional.empty(),
        Map.of("activityId", activity(scenario).toString()),
        user);
  }

  private FormContext view(Scenario scenario) {
    return context(scenario, "decide-on-graduation", Crew.of(Role.SUPERVISOR));
  }

  private long asked(Scenario scenario, String form) {
    return scenario.forms().stream().filter(form::equals).count();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Asia/Jakarta"));
  }

  @Test
  void a_group_learns_plans_earns_and_stands_on_its_own_after_a_year() {
    var scenario = year();

    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.DONE);
    assertThat(assistance(scenario).outcome()).contains(BusinessAssistance.Outcome.GRADUATED);
    assertThat(scenario.forms())
        .containsSubsequence(
            "form-group",
            "hold-business-training",
            "rate-four-aspects",
            "write-business-proposal",
            "verify-business-proposal",
            "approve-benefit-in-committee",
            "approve-benefit-in-committee",
            "open-business-account",
            "prepare-payment",
            "approve-payment",
            "pay-out",
            "account-for-tranche",
            "prepare-payment",
            "account-for-tranche",
            "coach-business",
            "check-site",
            "decide-on-graduation");
    assertThat(asked(scenario, "coach-business")).isEqualTo(12);
    assertThat(asked(scenario, "check-site")).isEqualTo(3);
    assertThat(asked(scenario, "rate-four-aspects")).isEqualTo(18);
    assertThat(checks.of(activity(scenario)))
        .extracting(check -> check.month())
        .containsExactly(3, 6, 12);
    assertThat(yearEnded)
        .isEqualTo(assistance(scenario).coachedFrom().orElseThrow().plusMonths(12));
  }

  @Test
  void everybody_does_their_part() {
    var scenario = year();

    role(scenario, "form-group", "caseworker");
    role(scenario, "hold-business-training", "welfare-staff");
    role(scenario, "verify-business-proposal", "welfare-staff");
    role(scenario, "coach-business", "welfare-staff");
    role(scenario, "check-site", "caseworker");
    role(scenario, "decide-on-graduation", "supervisor");
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("approve-benefit-in-committee"))
        .extracting(Scenario.Asked::user)
        .doesNotHaveDuplicates();
  }

  private static void role(Scenario scenario, String form, String role) {
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals(form))
        .isNotEmpty()
        .allMatch(asked -> asked.role().equals(role));
  }

  @Test
  void the_grant_is_paid_to_the_group_in_tranches_and_never_more_than_it() {
    var scenario = year();

    var benefit = benefits.get(assistance(scenario).benefit());
    assertThat(benefit.request().amount()).isEqualTo(Rupiah.of(18_000_000));
    assertThat(benefit.request().recipient().type()).isEqualTo(BeneficiaryType.GROUP);
    assertThat(payments.of(benefit.id()))
        .extracting(Payment::label, Payment::amount, Payment::status)
        .containsExactly(
            tuple("TRANCHE-1", Rupiah.of(10_000_000), Payment.Status.PAID),
            tuple("TRANCHE-2", Rupiah.of(8_000_000), Payment.Status.PAID));
    assertThat(tranches.of(activity(scenario)))
        .allMatch(tranche -> tranche.status() == Tranche.Status.ACCOUNTED);
  }

  @Test
  void finance_sees_the_account_and_no_story() {
    var scenario = ofAGroup().runsUntil("prepare-payment");

    var benefit = benefits.get(assistance(scenario).benefit());
    assertThat(account.of(benefit)).get().asString().contains("number 0012345678");
    assertThat(benefit.request().purpose()).doesNotContain("Two boil");
  }

  @Test
  void the_next_tranche_waits_for_milestone_and_receipts() {
    var scenario = grantOnly();
    String document = planned.document();
    var notYet =
        Map.of(
            "heldOn", "2020-04-01",
            "concern", "NONE",
            "milestoneReached", "NOT_YET",
            "progress", "The roof, by June.");
    scenario
        .answering(
            "account-for-tranche",
            notYet,
            accounted(document, "9.500.000", "500.000"),
            accounted(document, "8.000.000", ""))
        .runs();

    assertThat(scenario.forms())
        .containsSubsequence(
            "pay-out",
            "account-for-tranche",
            "account-for-tranche",
            "prepare-payment",
            "pay-out",
            "account-for-tranche");
    settled(scenario);
  }

  @Test
  void a_rupiah_that_is_missing_is_not_accepted() {
    var scenario = ofAGroup().runsUntil("account-for-tranche");
    var missing = accounted(planned.document(), "9.499.999", "500.000");

    refused(scenario, Role.CASEWORKER, "account-for-tranche", missing, "add up to Rp 9.999.999");
    assertThat(tranches.toAccountFor(activity(scenario))).isPresent();
  }

  private static void refused(
      Scenario scenario, Role role, String form, Map<String, ?> answer, String sentence) {
    assertThatThrownBy(() -> scenario.submits(Crew.of(role), form, answer))
        .hasMessageContaining(sentence);
  }

  @Test
  void money_that_came_back_is_paid_again_under_the_same_tranche() {
    var scenario =
        grantOnly()
            .answering(
                "pay-out",
                Map.of("outcome", "RETURNED", "reason", "The account is closed."),
                Map.of("outcome", "PAID", "paidOn", "2020-03-15", "receipt", "BKU-2"))
            .runs();

    assertThat(asked(scenario, "settle-failed-tranche")).isEqualTo(1);
    assertThat(payments.of(assistance(scenario).benefit()))
        .extracting(Payment::label, Payment::status)
        .startsWith(
            tuple("TRANCHE-1", Payment.Status.RETURNED), tuple("TRANCHE-1", Payment.Status.PAID));
    settled(scenario);
  }

  @Test
  void a_suspicion_of_misuse_holds_the_next_tranche_until_the_supervisor_clears_it() {
    var scenario = grantOnly();
    String document = planned.document();
    scenario.answering("account-for-tranche", misused()).runsUntil("decide-on-concern");

    refused(
        scenario,
        Role.CASEWORKER,
        "account-for-tranche",
        accounted(document, "9.500.000", "500.000"),
        "supervisor has to decide about the concern first");

    scenario.submits(
        Crew.of(Role.SUPERVISOR),
        "decide-on-concern",
        Map.of("heard", "It is there.", "concernDecision", "GOES_ON", "reason", "Seen."));
    scenario
        .answering(
            "account-for-tranche",
            accounted(document, "9.500.000", "500.000"),
            accounted(document, "8.000.000", ""))
        .runs();
    settled(scenario);
  }

  @Test
  void misuse_stops_assistance_grant_and_coaching_with_the_reason() {
    var scenario =
        ofAGroup()
            .answering("account-for-tranche", misused())
            .answering(
                "decide-on-concern",
                Map.of(
                    "heard", "They shrug.",
                    "concernDecision", "STOPPED",
                    "reason", "The cauldron was sold.",
                    "groupEnds", "YES"))
            .runs();

    assertThat(scenario.isOver()).isTrue();
    var activity = planned.first(scenario.number());
    assertThat(activity.status()).isEqualTo(ActivityStatus.CANCELLED);
    assertThat(assistance(scenario).outcome()).contains(BusinessAssistance.Outcome.STOPPED);
    assertThat(assistance(scenario).outcomeReason()).contains("The cauldron was sold.");
    assertThat(benefits.get(assistance(scenario).benefit()).status())
        .isEqualTo(Benefit.Status.ENDED);
    assertThat(groups.isFormed(assistance(scenario).group())).isFalse();
    assertThat(asked(scenario, "pay-out")).as("the second tranche is not paid").isEqualTo(1);
    assertThat(scenario.passed()).contains("EndEvent_Stopped");
  }

  @Test
  void people_who_fall_out_are_heard_before_it_is_stopped() {
    var scenario = ofAGroup();
    var members = business.membersOf(scenario.number());
    var quarrel =
        but(coaching(members), Map.of("concern", "GIVEN_UP", "concernText", "They quarrel."));
    scenario.answering("coach-business", quarrel, coaching(members)).runsUntil("check-site");

    assertThat(asked(scenario, "decide-on-concern")).isEqualTo(1);
    assertThat(assistance(scenario).outcome()).isEmpty();
  }

  @Test
  void a_business_that_is_not_on_its_feet_is_coached_another_half_year_twice_at_most() {
    var scenario = ofAGroup();
    scenario
        .answeringInTurn("rate-four-aspects", ratings(scenario, 2, 2, 2, 2))
        .answering("decide-on-graduation", decision("STRENGTHEN"))
        .runsUntil("decide-on-graduation");
    scenario.submits(Crew.of(Role.SUPERVISOR), "decide-on-graduation", decision("STRENGTHEN"));
    scenario.runsUntil("decide-on-graduation");
    scenario.submits(Crew.of(Role.SUPERVISOR), "decide-on-graduation", decision("STRENGTHEN"));
    scenario.runsUntil("decide-on-graduation");

    assertThat(scenario.told("proposedOutcome")).as("at the end").containsExactly("STOP");
    refused(
        scenario, Role.SUPERVISOR, "decide-on-graduation", decision("STRENGTHEN"), "round 3 of 3");
    scenario.submits(Crew.of(Role.SUPERVISOR), "decide-on-graduation", decision("STOP"));

    assertThat(scenario.isOver()).isTrue();
    assertThat(asked(scenario, "coach-business")).isEqualTo(24);
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.CANCELLED);
    assertThat(groups.isFormed(assistance(scenario).group())).as("it stays together").isTrue();
  }

  @Test
  void who_decides_sees_scores_and_facts_side_by_side() {
    var scenario = ofAGroup().runsUntil("decide-on-graduation");

    assertThat(scenario.told("proposedOutcome")).containsExactly("GRADUATE");
    assertThat(graduation.fill(view(scenario)).toString())
        .contains("change=+25")
        .contains("Rp 4.200.000")
        .contains("Rp 1.200.000")
        .contains("Rp 1.300.000");
  }

  @Test
  void nobody_graduates_while_a_part_of_the_grant_is_not_accounted_for() {
    var scenario = ofAGroup();
    scenario.leaving("account-for-tranche").runsUntil("decide-on-graduation");

    refused(
        scenario,
        Role.SUPERVISOR,
        "decide-on-graduation",
        decision("GRADUATE"),
        "not paid or not accounted for yet");
  }

  @Test
  void a_plan_that_cannot_work_is_explained_changed_and_tried_again() {
    var scenario = ofAGroup();
    scenario
        .answering("verify-business-proposal", verification("REVISE"), verification("FEASIBLE"))
        .runsUntil("approve-benefit-in-committee");

    assertThat(scenario.forms())
        .containsSubsequence(
            "write-business-proposal",
            "verify-business-proposal",
            "explain-grant-decision",
            "write-business-proposal",
            "verify-business-proposal");
  }

  @Test
  void a_grant_that_is_turned_down_may_be_given_up() {
    var scenario = ofAGroup();
    scenario
        .answering(
            "approve-benefit-in-committee", Map.of("approval", "NO", "reason", "No money left."))
        .answering(
            "explain-grant-decision",
            Map.of(
                "toldOn", "2020-03-05",
                "answer", "They are sad.",
                "objectionExplained", true,
                "nextTry", "NO",
                "reason", "They look for work instead."))
        .runs();

    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.CANCELLED);
    assertThat(assistance(scenario).outcomeReason()).contains("They look for work instead.");
    assertThat(scenario.passed()).contains("EndEvent_GivenUp", "EndEvent_Stopped");
  }

  @Test
  void the_budget_adds_up_to_the_grant_or_is_refused() {
    var scenario = ofAGroup().runsUntil("write-business-proposal");
    var proposal = but(BusinessAnswers.proposal(), Map.of("grantAmount", "18.000.001"));

    refused(
        scenario,
        Role.CASEWORKER,
        "write-business-proposal",
        proposal,
        "add up to Rp 18.000.000, that is Rp 1 less");
  }

  @Test
  void a_group_that_has_a_grant_asks_for_no_second_one() {
    var people = BusinessAnswers.group(BusinessAnswers.people(5));
    var first = business.assistance(business.ofAGroup()).answering("form-group", people);
    business.withMembers(first).runsUntil("open-business-account");
    var again = business.ofTheGroup(assistance(first).group());

    var second = business.assistance(again).answering("form-group", people);
    business.withMembers(second).runsUntil("write-business-proposal");

    refused(
        second,
        Role.CASEWORKER,
        "write-business-proposal",
        BusinessAnswers.proposal(),
        "They have a business grant until");
  }

  @Test
  void the_author_does_not_verify_the_own_proposal() {
    var scenario = ofAGroup().runsUntil("verify-business-proposal");

    var author = context(scenario, "verify-business-proposal", Crew.of(Role.CASEWORKER));
    var other = context(scenario, "verify-business-proposal", Crew.of(Role.WELFARE_STAFF));
    assertThat(proposals.objection(author))
        .get()
        .asString()
        .contains("somebody else looks at the place");
    assertThat(proposals.objection(other)).isEmpty();
  }

  @Test
  void training_ends_when_every_officer_was_there() {
    var scenario = business.assistance(business.ofAGroup()).runsUntil("hold-business-training");
    var members = business.membersOf(scenario.number());

    refused(
        scenario,
        Role.WELFARE_STAFF,
        "hold-business-training",
        training(members.subList(0, 2), "NO"),
        "treasurer, has not come to any training yet");

    business
        .withMembers(scenario)
        .answering(
            "hold-business-training",
            training(members.subList(0, 2), "YES"),
            training(members.subList(2, 6), "NO"))
        .runsUntil("write-business-proposal");
    assertThat(asked(scenario, "hold-business-training")).isEqualTo(2);
  }

  @Test
  void a_household_needs_no_group_and_asks_for_less() {
    var scenario = business.assistance(business.ofAFamily());
    business.withMembers(scenario);
    answered(scenario)
        .answering("write-business-proposal", small())
        .answering("account-for-tranche", accounted(planned.document(), "3.000.000", ""))
        .runs();

    assertThat(scenario.forms()).doesNotContain("form-group").contains("approve-benefit-as-head");
    assertThat(asked(scenario, "rate-four-aspects")).as("three adults, three times").isEqualTo(9);
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.DONE);
    assertThat(benefits.get(assistance(scenario).benefit()).request().recipient().type())
        .isEqualTo(BeneficiaryType.FAMILY);
  }

  private static Map<String, Object> small() {
    return but(
        BusinessAnswers.proposal(),
        Map.of(
            "grantAmount", "3.000.000",
            "budget", List.of(Map.of("item", "A cart", "amount", "3.000.000")),
            "tranches", List.of(Map.of("amount", "3.000.000", "milestone", "It sells"))));
  }

  @Test
  void a_community_forms_a_group_of_its_own() {
    var scenario = business.assistance(business.ofACommunity());
    business.withMembers(scenario);
    scenario.runsUntil("write-business-proposal");

    CaseNumber number = scenario.number();
    assertThat(cases.get(number).beneficiary().type()).isEqualTo(BeneficiaryType.COMMUNITY);
    assertThat(groups.isFormed(assistance(scenario).group())).isTrue();
  }

  @Test
  void members_come_and_go_with_their_day() {
    var scenario = ofAGroup();
    var members = business.membersOf(scenario.number());
    var newcomer = but(BusinessAnswers.person("TREASURER"), Map.of("joinedOn", "2020-05-02"));
    var change =
        but(
            coaching(members),
            Map.of(
                "membersChanged", "YES",
                "leaving",
                    List.of(
                        Map.of(
                            "member", members.get(2), "leftOn", "2020-05-01", "reason", "Moved")),
                "joining", List.of(newcomer)));
    scenario.answering("coach-business", change).runsUntil("coach-business");
    scenario.submits(Crew.of(Role.WELFARE_STAFF), "coach-business", change);

    var now = groups.members(assistance(scenario).group());
    assertThat(now).hasSize(6);
    assertThat(now.get(2).person().name()).isEqualTo(newcomer.get("fullName"));
    assertThat(now.get(2).joinedOn()).contains(LocalDate.of(2020, 5, 2));
  }

  @Test
  void an_officer_does_not_leave_without_a_successor() {
    var scenario = ofAGroup().runsUntil("coach-business");
    var members = business.membersOf(scenario.number());
    var change =
        but(
            coaching(members),
            Map.of(
                "membersChanged",
                "YES",
                "leaving",
                List.of(
                    Map.of("member", members.get(0), "leftOn", "2020-05-01", "reason", "Moved"))));

    refused(scenario, Role.WELFARE_STAFF, "coach-business", change, "has no chair");
    assertThat(groups.members(assistance(scenario).group())).hasSize(6);
  }
}
