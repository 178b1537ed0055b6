package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.ClosureReason;
import org.alur.casework.Contact;
import org.alur.casework.Contacts;
import org.alur.casework.RiskLevel;
import org.alur.organisation.Role;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TerminationProcessTest extends ProcessScenarios {

  private static final List<String> SCALE =
      List.of("basicNeeds", "socialRoles", "problemSolving", "clientInformed");

  @Autowired Measures measures;
  @Autowired Contacts contacts;
  @Autowired CaseFacts facts;
  @Autowired Clock clock;

  TerminationProcessTest() {
    super("termination");
  }

  private Scenario termination(CaseNumber number) {
    return scenarios.process("termination", number, Map.of());
  }

  private static Map<String, Object> without(Map<String, ?> different, String... hidden) {
    var all = new ArrayList<>(SCALE);
    all.addAll(List.of(hidden));
    return but("prepare-closure", different, all);
  }

  @Test
  void a_supervisor_approves_the_closure_and_aftercare_follows() {
    var scenario = termination(scenarios.aCase()).runsUntil("make-contact-after-30-days");

    assertThat(scenario.forms())
        .containsExactly("prepare-closure", "approve-closure", "inform-person");
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::role)
        .containsExactly("caseworker", "supervisor", "caseworker");
    var closed = cases.get(scenario.number());
    assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
    assertThat(closed.closureReason()).contains(ClosureReason.GOALS_MET);
    assertThat(scenario.running()).containsExactly("aftercare");
  }

  @Test
  void a_closure_that_is_sent_back_is_prepared_again() {
    var scenario =
        termination(scenarios.aCase())
            .answering(
                "approve-closure",
                Map.of("decision", "RETURN", "reason", "Who helps her from now on?"),
                Answers.to("approve-closure"))
            .runsUntil("inform-person");

    assertThat(scenario.forms())
        .containsExactly(
            "prepare-closure", "approve-closure", "prepare-closure", "approve-closure");
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
  }

  @Test
  void a_measure_that_came_into_force_since_the_approval_keeps_the_case_open() {
    var scenario = termination(measures.aCaseWithAttempts()).runsUntil("inform-person");
    var guard = measures.guarding(scenario.number()).leaving("inform-person");
    guard.runsUntilNobodyIsAsked();

    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "inform-person", Answers.to("inform-person")))
        .hasMessageContaining("A coercive measure is in force; end it before you close the case.");
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
  }

  @Test
  void nobody_approves_the_closure_that_they_prepared() {
    var scenario = termination(scenarios.aCase()).runsUntil("approve-closure");

    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "approve-closure", Map.of("decision", "APPROVE")))
        .isInstanceOf(RuntimeException.class);
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
  }

  @Test
  void a_high_risk_must_be_lower_before_the_case_may_be_closed() {
    var scenario =
        termination(scenarios.aCase(RiskLevel.HIGH, "1990-05-05")).runsUntil("approve-closure");

    assertThat(scenario.forms())
        .containsExactly(
            "prepare-closure", "reassess-risk", "confirm-lower-risk", "prepare-closure");
    assertThat(riskOf(scenario.number())).isEqualTo(RiskLevel.MEDIUM);
  }

  @Test
  void the_death_of_a_child_is_reviewed() {
    var died =
        without(
            Map.of("closureReason", "DECEASED", "deceasedOn", "2026-01-05", "deathInCare", true),
            "aftercareAgreed");

    var scenario =
        termination(scenarios.aCase(RiskLevel.HIGH, "2020-05-05"))
            .answering("prepare-closure", died)
            .runs();

    assertThat(scenario.forms())
        .containsExactly("prepare-closure", "review-death", "approve-closure", "inform-person");
    assertThat(scenario.isOver()).as("no aftercare").isTrue();
    assertThat(facts.person(scenario.number()).orElseThrow().deceasedOn()).isPresent();
  }

  @Test
  void contact_is_lost_only_after_three_attempts_one_of_them_at_home() {
    var number = scenarios.aCase();
    var lost = without(Map.of("closureReason", "LOST_CONTACT"));
    var scenario = termination(number).runsUntil("prepare-closure");
    attempt(number, Contact.Type.PHONE);
    attempt(number, Contact.Type.PHONE);
    attempt(number, Contact.Type.PHONE);

    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), "prepare-closure", lost))
        .hasMessageContaining("home visit");

    attempt(number, Contact.Type.HOME_VISIT);
    scenario.answering("prepare-closure", lost).runsUntil("approve-closure");
    assertThat(scenario.forms()).containsExactly("prepare-closure");
  }

  private void attempt(CaseNumber number, Contact.Type type) {
    var contact =
        new Contact(
            type,
            Optional.empty(),
            Optional.of(clock.instant()),
            Contact.Outcome.NO_ANSWER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    contacts.log(number, contact, Crew.of(Role.CASEWORKER), Optional.empty());
  }
}
