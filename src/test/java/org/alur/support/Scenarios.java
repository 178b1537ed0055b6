package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRequest;
import org.alur.casework.Cases;
import org.alur.casework.Channel;
import org.alur.casework.People;
import org.alur.casework.PersonDetails;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskScores;
import org.alur.casework.Setting;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.engine.Processes;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins scenarios: from the request of a field, or in the middle of a case. */
@Component
public class Scenarios {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ProcessEngine engine;
  private final Processes processes;
  private final Crew crew;
  private final Cases cases;
  private final People people;
  private final RiskAssessments risk;
  private final JdbcClient database;

  Scenarios(
      ProcessEngine engine,
      Processes processes,
      Crew crew,
      Cases cases,
      People people,
      RiskAssessments risk,
      JdbcClient database) {
    this.engine = engine;
    this.processes = processes;
    this.crew = crew;
    this.cases = cases;
    this.people = people;
    this.risk = risk;
    this.database = database;
  }

  /**
   * A request for help, submitted by the intake officer with the start form of a field.
   *
   * @param different what it says differently from the usual request
   */
  public Scenario request(Field field, Map<String, ?> different) {
    crew.arrive();
    Map<String, Object> request = Answers.to("receive-request");
    request.put("beneficiaryName", "Siti Aminah " + COUNT.incrementAndGet());
    request.putAll(different);
    var process =
        Platform.call(
            () ->
                engine
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(field.key())
                    .latestVersion()
                    .singleResult());
    Scenario.as(
        engine,
        Crew.of(Role.INTAKE_OFFICER),
        () -> engine.getFormService().submitStartForm(process.getId(), Scenario.typed(request)));
    return new Scenario(engine, newest(field), Answers.usual());
  }

  /** A case that is on its way already, such as one that the platform opened. */
  public Scenario resume(CaseNumber number) {
    return new Scenario(engine, number, Answers.usual());
  }

  private CaseNumber newest(Field field) {
    return new CaseNumber(
        database
            .sql("SELECT max(number) FROM cases WHERE field = :field AND opened_by = :by")
            .param("field", field.name())
            .param("by", Crew.of(Role.INTAKE_OFFICER))
            .query(String.class)
            .single());
  }

  /** A case that the caseworker of the crew leads, of medium risk, about a woman born in 1990. */
  public CaseNumber aCase() {
    return aCase(RiskLevel.MEDIUM, "1990-05-05");
  }

  /** A case of a field, as usual otherwise. */
  public CaseNumber aCase(Field field) {
    return aCase(field, RiskLevel.MEDIUM, "1990-05-05");
  }

  /** A case that the caseworker of the crew leads. */
  public CaseNumber aCase(RiskLevel level, String birthDate) {
    return aCase(Field.SOCIAL_REHABILITATION, level, birthDate);
  }

  private CaseNumber aCase(Field field, RiskLevel level, String birthDate) {
    crew.arrive();
    String intake = Crew.of(Role.INTAKE_OFFICER);
    var details =
        PersonDetails.from(
            Map.of("fullName", "Dewi " + COUNT.incrementAndGet(), "birthDate", birthDate));
    var person = people.register(details, intake);
    var number = cases.open(field, Beneficiary.person(person.id()), request(), intake);
    risk.assess(
        number, new RiskScores(1, 1, 1, 1, 0, 0), List.of(), level, intake, Optional.empty());
    cases.setSetting(number, Setting.FAMILY);
    cases.assignLead(number, Crew.of(Role.CASEWORKER), intake);
    return number;
  }

  /** Another case about somebody whom a case is about already. */
  public CaseNumber anotherCaseAbout(Beneficiary beneficiary) {
    var intake = Crew.of(Role.INTAKE_OFFICER);
    var number = cases.open(Field.SOCIAL_REHABILITATION, beneficiary, request(), intake);
    risk.assess(
        number,
        new RiskScores(1, 1, 1, 1, 0, 0),
        List.of(),
        RiskLevel.MEDIUM,
        intake,
        Optional.empty());
    cases.setSetting(number, Setting.FAMILY);
    cases.assignLead(number, Crew.of(Role.CASEWORKER), intake);
    return number;
  }

  private static CaseRequest request() {
    return new CaseRequest(
        Channel.PHONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        "The neighbours are worried.");
  }

  /** One process of a case, begun by the platform with these routing facts besides the usual. */
  public Scenario process(String key, CaseNumber number, Map<String, Object> variables) {
    var found = cases.get(number);
    Map<String, Object> facts =
        new HashMap<>(
            Map.of(
                "field", found.field().key(),
                "beneficiaryType", found.beneficiary().type().name(),
                "riskLevel", found.riskLevel().orElse(RiskLevel.MEDIUM).name(),
                "setting", found.setting().orElse(Setting.FAMILY).name()));
    facts.putAll(variables);
    processes.start(key, number.value(), facts);
    return new Scenario(engine, number, Answers.usual());
  }
}
