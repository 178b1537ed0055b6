package org.alur.stages;

import static org.alur.support.AssistanceAnswers.account;
import static org.alur.support.AssistanceAnswers.application;
import static org.alur.support.AssistanceAnswers.component;
import static org.alur.support.AssistanceAnswers.exception;
import static org.alur.support.AssistanceAnswers.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.assistance.Accounts;
import org.alur.assistance.AssistanceComponent;
import org.alur.casework.CaseNumber;
import org.alur.forms.FormContext;
import org.alur.organisation.Role;
import org.alur.support.AssistanceAnswers;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class AssistanceEnrolmentProcessTest extends AssistanceScenarios {

  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final String WELFARE_STAFF = Crew.of(Role.WELFARE_STAFF);

  @Autowired Accounts accounts;
  @Autowired AssistanceEnrolmentRules rules;

  AssistanceEnrolmentProcessTest() {
    super("assistance-enrolment");
  }

  private Scenario enrolling() {
    return enrolling(aCaseWithThePlan());
  }

  private Scenario enrolling(CaseNumber number) {
    var activity = planned.first(number).id().toString();
    return answered(
        scenarios.process("assistance-enrolment", number, Map.of("activityId", activity)));
  }

  private UUID enrolment(CaseNumber number) {
    return database
        .sql("SELECT id FROM enrolments WHERE case_number = :number")
        .param("number", number.value())
        .query(UUID.class)
        .single();
  }

  @Test
  void a_poor_person_is_visited_found_entitled_by_the_supervisor_and_has_an_account() {
    var scenario = enrolling().runs();

    assertThat(scenario.forms())
        .containsExactly(
            "take-assistance-application",
            "validate-household",
            "determine-entitlement",
            "register-assistance-account");
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::role)
        .containsExactly("caseworker", "welfare-staff", "supervisor", "caseworker");
    assertThat(scenario.passed()).contains("EndEvent_FamilyEnrolled");
    assertThat(statusOf(scenario.number())).isEqualTo("DETERMINED");
  }

  @Test
  void the_account_stands_in_its_own_table_only_and_everybody_else_sees_the_last_digits() {
    var number = enrolling().runs().number();
    String account = AssistanceAnswers.accountOf(planned.personOf(number));

    assertThat(accounts.find(enrolment(number)).orElseThrow().number()).isEqualTo(account);
    assertThat(payload(number)).contains("… " + account.substring(12)).doesNotContain(account);
    assertThat(columnsOfTheEngineWith(account)).isZero();
  }

  private String payload(CaseNumber number) {
    return database
        .sql("SELECT string_agg(payload::text, ' ') FROM case_records WHERE case_number = :number")
        .param("number", number.value())
        .query(String.class)
        .single();
  }

  private long columnsOfTheEngineWith(String text) {
    return database
        .sql(
            """
            SELECT (SELECT count(*) FROM act_hi_varinst WHERE text_ LIKE '%' || :text || '%')
              + (SELECT count(*) FROM act_ru_variable WHERE text_ LIKE '%' || :text || '%')
              + (SELECT count(*) FROM act_hi_detail WHERE text_ LIKE '%' || :text || '%')
            """)
        .param("text", text)
        .query(Long.class)
        .single();
  }

  @Test
  void somebody_outside_of_the_priority_groups_is_refused_without_a_reason() {
    var scenario =
        enrolling().answering("take-assistance-application", exception("NONE", "3", "")).runs();

    assertThat(scenario.forms())
        .containsExactly("take-assistance-application", "explain-assistance-refusal");
    assertThat(scenario.passed()).contains("EndEvent_FamilyRefused");
    assertThat(statusOf(scenario.number())).isEqualTo("REFUSED");
  }

  @Test
  void with_a_reason_the_supervisor_decides_about_somebody_outside_of_the_groups() {
    var scenario =
        enrolling()
            .answering(
                "take-assistance-application", exception("NONE", "6", "The mine has closed."))
            .runs();

    assertThat(scenario.forms()).contains("determine-entitlement");
    assertThat(statusOf(scenario.number())).isEqualTo("DETERMINED");
  }

  @Test
  void an_exclusion_cannot_be_talked_away() {
    var wage = application("POOR", "2");
    wage.put("exclusion", "FORMAL_WAGE");

    var scenario = enrolling().answering("take-assistance-application", wage).runs();

    assertThat(statusOf(scenario.number())).isEqualTo("REFUSED");
  }

  @Test
  void the_honoured_need_not_be_poor() {
    var scenario =
        enrolling()
            .answering("take-assistance-application", application("PIONEER_OF_INDEPENDENCE", "9"))
            .runs();

    assertThat(statusOf(scenario.number())).isEqualTo("DETERMINED");
  }

  @Test
  void whom_the_supervisor_does_not_find_entitled_is_told_and_gets_nothing() {
    var scenario =
        enrolling()
            .answering(
                "determine-entitlement",
                Map.of("determination", "NO", "reason", "The son sends money."))
            .runs();

    assertThat(scenario.forms()).endsWith("determine-entitlement", "explain-assistance-refusal");
    assertThat(statusOf(scenario.number())).isEqualTo("REFUSED");
    assertThat(accounts.find(enrolment(scenario.number()))).isEmpty();
  }

  @Test
  void the_same_household_does_not_get_it_twice() {
    var number = aCaseWithThePlan();
    entitled(number, AssistanceComponent.BASIC_NEEDS);
    var again = scenarios.anotherCaseAbout(cases.get(number).beneficiary());
    planned.withPlan(again, "WELFARE_STAFF", SERVICE);
    var scenario = enrolling(again).runsUntil("take-assistance-application");

    refused(
        scenario,
        CASEWORKER,
        "take-assistance-application",
        application("POOR", "1"),
        "A family gets it once at a time");
    assertThat(records(again, "take-assistance-application")).isZero();
  }

  @Test
  void nobody_determines_what_they_prepared_even_as_a_supervisor() {
    var scenario = enrolling().runsUntil("determine-entitlement");
    var yes = Map.of("determination", "YES", "reason", "I saw it.");
    makeASupervisor(WELFARE_STAFF);
    try {
      refused(scenario, WELFARE_STAFF, "determine-entitlement", yes, "somebody else has to");
    } finally {
      makeNoSupervisor(WELFARE_STAFF);
    }
    assertThat(records(scenario.number(), "determine-entitlement")).isZero();
    assertThat(statusOf(scenario.number())).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @EnumSource(names = {"CASEWORKER", "WELFARE_STAFF"})
  void who_applied_or_visited_is_told_to_leave_the_determination_to_another(Role role) {
    var scenario = enrolling().runsUntil("determine-entitlement");

    assertThat(rules.objection(determining(scenario.number(), Crew.of(role))).orElseThrow())
        .contains("another supervisor has to determine");
    assertThat(rules.objection(determining(scenario.number(), Crew.of(Role.SUPERVISOR)))).isEmpty();
  }

  private FormContext determining(CaseNumber number, String user) {
    return new FormContext(
        "determine-entitlement",
        Optional.of(number.value()),
        Optional.empty(),
        Map.of("enrolmentId", enrolment(number).toString()),
        user);
  }

  private void makeASupervisor(String user) {
    database
        .sql("INSERT INTO worker_roles VALUES (:user, 'SUPERVISOR')")
        .param("user", user)
        .update();
  }

  private void makeNoSupervisor(String user) {
    database
        .sql("DELETE FROM worker_roles WHERE user_id = :user AND role = 'SUPERVISOR'")
        .param("user", user)
        .update();
  }

  @Test
  void each_member_counts_once_for_a_component_that_fits_their_age() {
    var scenario = enrolling().runsUntil("validate-household");
    var person = planned.personOf(scenario.number());

    refused(
        scenario,
        WELFARE_STAFF,
        "validate-household",
        visit(List.of(component("BASIC_NEEDS", person), component("PREGNANCY", person))),
        "each counts for one component");
    refused(
        scenario,
        WELFARE_STAFF,
        "validate-household",
        visit(List.of(component("ELDERLY", person))),
        "60 years and older");
    assertThat(records(scenario.number(), "validate-household")).isZero();
  }

  @Test
  void nobody_is_entitled_if_the_visit_found_nobody_for_whom_it_is_paid() {
    var scenario =
        enrolling()
            .answering("validate-household", visit(new ArrayList<>()))
            .runsUntil("determine-entitlement");

    refused(
        scenario,
        Crew.of(Role.SUPERVISOR),
        "determine-entitlement",
        Map.of("determination", "YES", "reason", "Yes."),
        "found nobody for whom it could be paid");
  }

  @Test
  void two_families_do_not_share_an_account_and_a_number_has_digits_only() {
    var first = aCaseWithThePlan();
    var number = "7777000011112222";
    enrolling(first)
        .answering("register-assistance-account", account(planned.personOf(first), number))
        .runs();
    var scenario = enrolling().runsUntil("register-assistance-account");
    var person = planned.personOf(scenario.number());

    refused(
        scenario,
        CASEWORKER,
        "register-assistance-account",
        account(person, number),
        "Another family");
    refused(
        scenario,
        CASEWORKER,
        "register-assistance-account",
        account(person, "12-34 56"),
        "Number of the account");
    assertThat(records(scenario.number(), "register-assistance-account")).isZero();
  }
}
