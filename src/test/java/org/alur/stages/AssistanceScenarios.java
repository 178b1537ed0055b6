package org.alur.stages;

import static org.alur.support.AssistanceAnswers.component;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.assistance.Application;
import org.alur.assistance.AssistanceComponent;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Enrolments;
import org.alur.assistance.FamilyComponent;
import org.alur.assistance.HouseholdVisit;
import org.alur.assistance.HouseholdVisits;
import org.alur.assistance.PriorityGroup;
import org.alur.casework.CaseNumber;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Role;
import org.alur.payments.Benefits;
import org.alur.support.AssistanceAnswers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families in the middle of sustained assistance. */
abstract class AssistanceScenarios extends ProcessScenarios {

  static final String SERVICE = "sustained-direct-assistance";
  static final String SECOND_SUPERVISOR = Crew.of(Role.SUPERVISOR) + "-2";

  @Autowired PlannedCases planned;
  @Autowired Enrolments enrolments;
  @Autowired HouseholdVisits visits;
  @Autowired AssistanceYears years;
  @Autowired Benefits benefits;
  @Autowired Grants grants;
  @Autowired Clock clock;
  @Autowired JdbcClient database;

  AssistanceScenarios(String process) {
    super(process);
  }

  /** A case about one woman whose plan names the service. */
  CaseNumber aCaseWithThePlan() {
    return planned.withPlan(SERVICE);
  }

  /** Answers as a poor family would. */
  Scenario answered(Scenario scenario) {
    AssistanceAnswers.usual(planned.personOf(scenario.number())).forEach(scenario::answering);
    return scenario;
  }

  List<Map<String, Object>> one(CaseNumber number, String component) {
    return List.of(component(component, planned.personOf(number)));
  }

  /** A family that a supervisor found entitled for this component. */
  UUID entitled(CaseNumber number, AssistanceComponent component) {
    var enrolment =
        enrolments.apply(
            new Application(
                number,
                planned.first(number).id(),
                cases.get(number).beneficiary(),
                PriorityGroup.POOR,
                Optional.empty(),
                2,
                "NONE"),
            Crew.of(Role.CASEWORKER),
            grants.record(number));
    visits.file(
        enrolment,
        HouseholdVisit.Purpose.VALIDATION,
        today(),
        "A hut of bamboo.",
        List.of(
            FamilyComponent.found(
                component, UUID.fromString(planned.personOf(number)), "A letter")),
        Crew.of(Role.WELFARE_STAFF),
        grants.record(number));
    enrolments.determine(enrolment, Crew.of(Role.SUPERVISOR), "They have nothing.");
    return enrolment;
  }

  /** That family with the money of a year granted by the head of the agency. */
  UUID granted(CaseNumber number, AssistanceComponent component) {
    var enrolment = entitled(number, component);
    benefits.approve(
        years.request(enrolment).benefit(), Crew.of(Role.AGENCY_HEAD), grants.record(number));
    return enrolment;
  }

  LocalDate today() {
    return WesternIndonesia.today(clock);
  }

  String status(UUID enrolment) {
    return enrolments.get(enrolment).status().name();
  }

  String statusOf(CaseNumber number) {
    return database
        .sql("SELECT status FROM enrolments WHERE case_number = :number")
        .param("number", number.value())
        .query(String.class)
        .single();
  }

  static void refused(
      Scenario scenario, String user, String form, Map<String, ?> answer, String sentence) {
    assertThatThrownBy(() -> scenario.submits(user, form, answer)).hasMessageContaining(sentence);
  }

  /** How many records of a form a case holds. */
  int records(CaseNumber number, String form) {
    return database
        .sql("SELECT count(*) FROM case_records WHERE case_number = :number AND form_id = :form")
        .param("number", number.value())
        .param("form", form)
        .query(Integer.class)
        .single();
  }
}
