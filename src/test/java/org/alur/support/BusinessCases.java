package org.alur.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.PersonDetails;
import org.alur.casework.Relation;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskScores;
import org.alur.casework.Setting;
import org.alur.catalogue.Field;
import org.alur.empowerment.Participants;
import org.alur.organisation.Role;
import org.springframework.stereotype.Component;

/** Cases about groups that want to do business together. */
@Component
public class BusinessCases {

  private static final String SERVICE = "business-assistance";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Crew crew;
  private final Cases cases;
  private final Collectives collectives;
  private final People people;
  private final Households households;
  private final RiskAssessments risk;
  private final PlannedCases planned;
  private final Participants participants;

  BusinessCases(
      Crew crew,
      Cases cases,
      Collectives collectives,
      People people,
      Households households,
      RiskAssessments risk,
      PlannedCases planned,
      Participants participants) {
    this.crew = crew;
    this.cases = cases;
    this.collectives = collectives;
    this.people = people;
    this.households = households;
    this.risk = risk;
    this.planned = planned;
    this.participants = participants;
  }

  /** A case about a group, whose plan asks for business assistance. */
  public CaseNumber ofAGroup() {
    crew.arrive();
    String name = "Kelompok " + COUNT.incrementAndGet();
    var group = collectives.createGroup(name, "OTHER", Optional.of("Desa Adegan"), "ida");
    return planned.withPlan(
        of(new Beneficiary(BeneficiaryType.GROUP, group)), "CASEWORKER", SERVICE);
  }

  /** A case about a group of these people, whose names and offices are known. */
  public CaseNumber ofAGroupOf(List<Map<String, Object>> members) {
    var number = ofAGroup();
    for (var member : members) {
      String name = String.valueOf(member.get("fullName"));
      var person = people.register(PersonDetails.from(Map.of("fullName", name)), "ida");
      collectives.join(
          cases.get(number).beneficiary().id(), person.id(), String.valueOf(member.get("office")));
    }
    return number;
  }

  /** A further case about the same group. */
  public CaseNumber ofTheGroup(UUID group) {
    return planned.withPlan(
        of(new Beneficiary(BeneficiaryType.GROUP, group)), "CASEWORKER", SERVICE);
  }

  /** A case about a community, whose plan asks for business assistance. */
  public CaseNumber ofACommunity() {
    crew.arrive();
    String name = "Kampung " + COUNT.incrementAndGet();
    var community = collectives.createCommunity(name, Optional.empty(), false, "ida");
    return planned.withPlan(
        of(new Beneficiary(BeneficiaryType.COMMUNITY, community)), "CASEWORKER", SERVICE);
  }

  /** A case about a family of three adults and a child, whose plan asks for business assistance. */
  public CaseNumber ofAFamily() {
    crew.arrive();
    var household = households.create(person("Kepala", "1985-01-01"), "ida").id();
    join(household, person("Istri", "1987-01-01"), Relation.SPOUSE);
    join(household, person("Nenek", "1955-01-01"), Relation.PARENT);
    join(household, person("Anak", "2020-01-01"), Relation.CHILD);
    return planned.withPlan(of(Beneficiary.family(household)), "CASEWORKER", SERVICE);
  }

  /** A case about one person, whose plan asks for business assistance. */
  public CaseNumber ofAPerson() {
    crew.arrive();
    var person = person("Sendiri", "1985-01-01");
    return planned.withPlan(of(Beneficiary.person(person.id())), "CASEWORKER", SERVICE);
  }

  private Person person(String name, String birthDate) {
    String full = name + " " + COUNT.incrementAndGet();
    return people.register(
        PersonDetails.from(Map.of("fullName", full, "birthDate", birthDate)), "ida");
  }

  private void join(UUID household, Person person, Relation relation) {
    households.put(household, new HouseholdMember(person, relation, true, false, false));
  }

  private CaseNumber of(Beneficiary beneficiary) {
    String intake = Crew.of(Role.INTAKE_OFFICER);
    var number = cases.open(Field.SOCIAL_EMPOWERMENT, beneficiary, Town.request(), intake);
    risk.assess(
        number,
        new RiskScores(1, 1, 1, 1, 0, 0),
        List.of(),
        RiskLevel.MEDIUM,
        intake,
        Optional.empty());
    cases.setSetting(number, Setting.COMMUNITY);
    cases.assignLead(number, Crew.of(Role.CASEWORKER), intake);
    return number;
  }

  /** The service of a case, begun; visits are answered when it is known who is there. */
  public Scenario assistance(CaseNumber number) {
    var scenario = planned.service(SERVICE, number);
    BusinessAnswers.usual(planned.document()).forEach(scenario::answering);
    MoneyAnswers.usual().forEach(scenario::answering);
    return scenario;
  }

  /** Plays until the group is formed and lets its members come to every meeting from then on. */
  public Scenario withMembers(Scenario scenario) {
    scenario.runsUntil("hold-business-training");
    var present = membersOf(scenario.number());
    return scenario
        .answering("hold-business-training", BusinessAnswers.training(present, "NO"))
        .answering("coach-business", BusinessAnswers.coaching(present));
  }

  /** The activity that the service delivers. */
  public UUID activity(CaseNumber number) {
    return planned.first(number).id();
  }

  /** The ids of those who take part, officers of a group first. */
  public List<String> membersOf(CaseNumber number) {
    return participants.of(number, activity(number)).stream()
        .map(person -> person.id().toString())
        .toList();
  }
}
