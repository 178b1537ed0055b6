package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.ConsentDetails;
import org.alur.casework.ConsentType;
import org.alur.casework.Consents;
import org.alur.casework.HeldConsent;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.ServiceConsent;
import org.alur.casework.ServiceConsent.Decision;
import org.alur.casework.ServiceConsent.Ground;
import org.alur.casework.Timeline;
import org.alur.catalogue.Field;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Measures;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes back the consent to be helped is not helped on as if nothing had happened. */
@AlurTest
class ServiceWithdrawalTest {

  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final Map<String, Object> SEEN =
      Map.of(
          "seenOn", "2026-01-05",
          "place", "At home",
          "view", "It is loud in the evenings.",
          "violenceTold", "NO");
  private static final Map<String, Object> AGREED_AGAIN =
      Answers.but(
          "respond-to-withdrawn-consent",
          Map.of(
              "consequence", "AGREED_AGAIN",
              "givenBy", "SELF",
              "capacity", "FULL",
              "method", "SIGNATURE",
              "consentLanguage", "Indonesian"));
  private static final Map<String, Object> ENDS =
      Answers.but("respond-to-withdrawn-consent", Map.of("consequence", "ENDS"));

  @Autowired ServiceConsent service;
  @Autowired StoppedServiceRules stopped;
  @Autowired WithdrawalForms withdrawals;
  @Autowired TerminationForms termination;
  @Autowired Cases cases;
  @Autowired HelpByLaw laws;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;
  @Autowired Consents consents;
  @Autowired RiskAssessments risks;
  @Autowired Scenarios scenarios;
  @Autowired PlannedCases planned;
  @Autowired Measures measures;
  @Autowired Grants grants;
  @Autowired Clock clock;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private void agree(CaseNumber number) {
    consents.grant(
        number,
        new ConsentDetails(
            ConsentType.SERVICE,
            Optional.empty(),
            ConsentDetails.GivenBy.SELF,
            ConsentDetails.Capacity.FULL,
            ConsentDetails.Method.SIGNATURE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "Help in this case",
            List.of(),
            Optional.empty(),
            Optional.empty()),
        CASEWORKER,
        Optional.empty());
  }

  private void takeBack(CaseNumber number) {
    var held =
        consents.holding(number).stream()
            .filter(consent -> consent.type() == ConsentType.SERVICE)
            .map(HeldConsent::id)
            .toList();
    assertThat(held).isNotEmpty();
    consents.withdraw(
        number,
        held,
        ConsentDetails.GivenBy.SELF,
        Optional.empty(),
        CASEWORKER,
        grants.record(number));
  }

  /** A case whose plan is being delivered: the members of the family are to be seen alone. */
  private Scenario delivering() {
    var scenario =
        scenarios
            .request(Field.SOCIAL_REHABILITATION, Map.of())
            .answering("screen-safety", Map.of("askedAlone", "YES", "violenceFound", "NO"))
            .runsUntil("see-member-alone");
    takeBack(scenario.number());
    return scenario;
  }

  @Test
  void nothing_of_a_service_is_accepted_until_it_is_agreed_what_happens() {
    var scenario = delivering();
    var number = scenario.number();

    assertThatThrownBy(() -> scenario.submits(CASEWORKER, "see-member-alone", SEEN))
        .hasMessageContaining("stands still")
        .hasMessageContaining("Respond to withdrawn consent");

    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", AGREED_AGAIN);
    assertThat(consents.holds(number, ConsentType.SERVICE)).isTrue();
    scenario.submits(CASEWORKER, "see-member-alone", SEEN);
  }

  @Test
  void who_wants_no_more_help_ends_the_services_and_the_case_is_closed_next() {
    var scenario = delivering();
    var number = scenario.number();

    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", ENDS);

    assertThat(scenario.running())
        .contains("termination")
        .doesNotContain("family-casework", "persuasive-intervention", "monitoring");
    assertThat(cases.get(number).stage()).isEqualTo(CaseStage.TERMINATION);
    assertThat(termination.fill(context(number, "prepare-closure")))
        .containsEntry("closureReason", "CLIENT_WITHDREW");
    assertThat(planned.activitiesOf(number))
        .isNotEmpty()
        .allMatch(activity -> activity.status() == ActivityStatus.CANCELLED);
    assertThat(service.isEnded(number)).isTrue();

    scenario
        .answering(
            "prepare-closure",
            Answers.but("prepare-closure", Map.of("closureReason", "CLIENT_WITHDREW")))
        .runs();
    assertThat(cases.get(number).closureReason()).contains(ClosureReason.CLIENT_WITHDREW);
    assertThat(scenario.forms()).contains("approve-closure", "inform-person");
  }

  @Test
  void the_short_way_leaves_out_no_gate_of_the_closure() {
    var scenario = delivering();
    var number = scenario.number();
    risks.raise(number, RiskLevel.HIGH, "He drinks again.", CASEWORKER, Optional.empty());

    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", ENDS);
    assertThat(scenario.running()).contains("termination");
    scenario
        .answering(
            "prepare-closure",
            Answers.but("prepare-closure", Map.of("closureReason", "CLIENT_WITHDREW")))
        .runsUntil("reassess-risk");

    assertThat(cases.get(number).isOpen()).isTrue();
    assertThat(scenario.forms()).contains("respond-to-raised-risk");
  }

  @Test
  void wherever_the_case_is_it_is_closed_next_and_never_before_a_measure_is_decided() {
    var assessed = scenarios.request(Field.SOCIAL_SECURITY, Map.of()).runsUntil("assess-needs");
    takeBack(assessed.number());
    assessed.submits(CASEWORKER, "respond-to-withdrawn-consent", ENDS);
    assertThat(assessed.running()).contains("termination").doesNotContain("assessment");

    var asked = measures.guarding(measures.aCaseWithAttempts()).runsUntil("give-second-opinion");
    agree(asked.number());
    takeBack(asked.number());
    assertThat(refused(asked.number(), ENDS))
        .singleElement()
        .asString()
        .contains("waits for its decision");
  }

  @Test
  void who_wants_no_help_during_intake_is_not_taken_on() {
    var scenario =
        scenarios.request(Field.SOCIAL_PROTECTION, Map.of()).runsUntil("check-eligibility");
    takeBack(scenario.number());
    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", ENDS);
    scenario
        .answering(
            "explain-rejection",
            Answers.but("explain-rejection", Map.of("rejectionReason", "CLIENT_REFUSED")))
        .runs();

    assertThat(cases.get(scenario.number()).closureReason()).contains(ClosureReason.CLIENT_REFUSED);
    assertThat(scenario.forms()).contains("explain-rejection").doesNotContain("hand-over-case");
  }

  @Test
  void who_takes_back_another_consent_and_wants_no_help_takes_back_that_one_too() {
    assertThat(refused(scenarios.aCase(), ENDS))
        .singleElement()
        .asString()
        .contains("take back the consent to be helped as well");
  }

  @Test
  void who_comes_back_later_is_helped_again() {
    var number = scenarios.aCase();
    agree(number);
    takeBack(number);
    service.decide(
        number, Decision.ENDS, Optional.empty(), "Told.", CASEWORKER, grants.record(number));
    assertThat(service.isEnded(number)).isTrue();

    cases.close(number, ClosureReason.CLIENT_WITHDREW, Crew.of(Role.SUPERVISOR));
    ClockUtil.offset(Duration.ofDays(30).toMillis());
    cases.reopen(number, CaseStage.ASSESSMENT, "He asks again.", CASEWORKER);
    assertThat(service.isEnded(number)).isFalse();
  }

  @Test
  void what_protects_somebody_is_accepted_and_other_cases_are_not_touched() {
    assertThat(stopped.forms())
        .contains("hold-family-session", "deliver-activity", "deliver-assistance")
        .doesNotContain(
            "agree-safety-plan",
            "support-person-at-risk",
            "assess-acute-danger",
            "review-measure",
            "reassess-risk",
            "answer-objection",
            "visit-person");

    var number = scenarios.aCase();
    agree(number);
    assertThat(refusedService(number)).isEmpty();
    takeBack(number);
    assertThat(refusedService(number)).containsExactly(ServiceConsent.STOPPED);
  }

  private List<String> refusedService(CaseNumber number) {
    var refusals = new Refusals();
    stopped.check(said(number, "hold-family-session", Map.of()), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void help_goes_on_without_consent_only_by_a_law_that_holds() {
    var number = scenarios.aCase();
    agree(number);
    takeBack(number);
    for (var ground : Ground.values()) {
      assertThat(refused(number, goesOn(ground))).hasSize(1);
    }
    risks.raise(
        number, RiskLevel.EMERGENCY, "He stands on the bridge.", CASEWORKER, Optional.empty());
    assertThat(refused(number, goesOn(Ground.EMERGENCY_PROTECTION))).isEmpty();

    service.decide(
        number,
        Decision.GOES_ON_BY_LAW,
        Optional.of(Ground.EMERGENCY_PROTECTION),
        "Danger to life.",
        CASEWORKER,
        grants.record(number));
    assertThat(refusedService(number)).isEmpty();
    assertThat(service.isEnded(number)).isFalse();
  }

  @Test
  void when_the_emergency_is_over_services_stand_still_again_and_it_is_decided_anew() {
    var scenario = delivering();
    var number = scenario.number();
    risks.raise(number, RiskLevel.EMERGENCY, "He is on the bridge.", CASEWORKER, Optional.empty());
    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", byLaw());
    laws.askAgainWhereNoLawApplies();
    assertThat(service.isStopped(number)).isFalse();

    risks.lower(number, RiskLevel.LOW, "He is safe.", Crew.of(Role.SUPERVISOR), Optional.empty());
    laws.askAgainWhereNoLawApplies();
    laws.askAgainWhereNoLawApplies();

    assertThat(service.isStopped(number)).isTrue();
    assertThat(withdrawals.fill(context(number, "respond-to-withdrawn-consent")))
        .extractingByKey("withdrawal")
        .asString()
        .contains("lapsed=Emergency protection");
    assertThatThrownBy(() -> scenario.submits(CASEWORKER, "see-member-alone", SEEN))
        .hasMessageContaining("stands still");
    assertThat(refused(number, goesOn(Ground.EMERGENCY_PROTECTION))).hasSize(1);
    assertThat(timeline.of(number, clock.instant().plusSeconds(1), 50).toString())
        .contains("ervices stand still again");

    scenario.submits(CASEWORKER, "respond-to-withdrawn-consent", AGREED_AGAIN);
    scenario.submits(CASEWORKER, "see-member-alone", SEEN);
  }

  @Test
  void when_the_measure_has_ended_it_is_no_ground_any_more_and_a_child_grows_up() {
    var scenario = measures.inForce();
    agree(scenario.number());
    takeBack(scenario.number());
    byLaw(scenario.number(), Ground.MEASURE_IN_FORCE);
    var child = scenarios.aCase(RiskLevel.MEDIUM, "2018-01-01");
    agree(child);
    takeBack(child);
    byLaw(child, Ground.CHILD_PROTECTION);
    laws.askAgainWhereNoLawApplies();
    assertThat(service.isStopped(scenario.number())).isFalse();
    assertThat(service.isStopped(child)).isFalse();

    ClockUtil.offset(Duration.ofDays(400).toMillis());
    laws.askAgainWhereNoLawApplies();
    assertThat(service.isStopped(scenario.number())).isTrue();
    assertThat(service.isStopped(child)).isFalse();

    ClockUtil.offset(Duration.ofDays(12 * 365).toMillis());
    laws.askAgainWhereNoLawApplies();
    assertThat(service.isStopped(child)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE service_withdrawals SET ground = NULL, decision = 'ENDS' WHERE consent_id = :id",
        "UPDATE service_withdrawals SET lapsed_at = decided_at - interval '1 day'"
            + " WHERE consent_id = :id",
        "DELETE FROM service_withdrawals WHERE consent_id = :id",
      })
  void what_was_decided_stays(String attack) {
    var child = scenarios.aCase(RiskLevel.MEDIUM, "2018-01-01");
    agree(child);
    takeBack(child);
    var consent = service.undecided(child).orElseThrow();
    byLaw(child, Ground.CHILD_PROTECTION);

    assertThatThrownBy(() -> database.sql(attack).param("id", consent).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void byLaw(CaseNumber number, Ground ground) {
    service.decide(
        number,
        Decision.GOES_ON_BY_LAW,
        Optional.of(ground),
        "The law.",
        CASEWORKER,
        grants.record(number));
  }

  private static Map<String, Object> byLaw() {
    return Answers.but("respond-to-withdrawn-consent", goesOn(Ground.EMERGENCY_PROTECTION));
  }

  @Test
  void the_database_takes_no_ground_that_does_not_exist() {
    var number = scenarios.aCase();
    agree(number);
    takeBack(number);

    assertThatThrownBy(
            () ->
                service.decide(
                    number,
                    Decision.GOES_ON_BY_LAW,
                    Optional.of(Ground.MEASURE_IN_FORCE),
                    "Because.",
                    CASEWORKER,
                    grants.record(number)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_child_is_protected_without_consent_and_does_not_agree_alone() {
    var number = scenarios.aCase(RiskLevel.MEDIUM, "2018-01-01");
    agree(number);
    takeBack(number);

    assertThat(refused(number, goesOn(Ground.CHILD_PROTECTION))).isEmpty();
    assertThat(refused(number, AGREED_AGAIN))
        .containsExactly("For a child a parent, a guardian or the court consents.");
  }

  @Test
  void a_measure_in_force_goes_on_and_help_is_not_ended_over_it() {
    var number = measures.inForce().number();
    agree(number);
    takeBack(number);

    assertThat(refused(number, ENDS)).singleElement().asString().contains("measure is in force");
    assertThat(refused(number, goesOn(Ground.MEASURE_IN_FORCE))).isEmpty();
  }

  private static Map<String, Object> goesOn(Ground ground) {
    return Map.of("consequence", "GOES_ON_BY_LAW", "legalGround", ground.name());
  }

  private List<String> refused(CaseNumber number, Map<String, Object> values) {
    var refusals = new Refusals();
    withdrawals.check(said(number, "respond-to-withdrawn-consent", values), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private static FormContext context(CaseNumber number, String form) {
    return new FormContext(
        form, Optional.of(number.value()), Optional.empty(), Map.of(), CASEWORKER);
  }

  private Submission said(CaseNumber number, String form, Map<String, Object> values) {
    var context = context(number, form);
    return new Submission(grants.record(number), context, clock.instant(), new HashMap<>(values));
  }
}
