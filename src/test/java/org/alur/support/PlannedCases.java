package org.alur.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.ActivityDetails;
import org.alur.casework.Approach;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.GoalDetails;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.PersonDetails;
import org.alur.casework.PlanDetails;
import org.alur.casework.PlannedActivity;
import org.alur.casework.Plans;
import org.alur.casework.Relation;
import org.alur.casework.Setting;
import org.alur.documents.Documents;
import org.alur.organisation.Role;
import org.springframework.stereotype.Component;

/** Cases with a plan in force, and services in the middle of them. */
@Component
public class PlannedCases {

  /** Stands for an activity without a service, delivered by welfare staff. */
  public static final String NO_SERVICE = "";

  private final Scenarios scenarios;
  private final Cases cases;
  private final People people;
  private final Households households;
  private final Plans plans;
  private final Activities activities;
  private final Documents documents;

  PlannedCases(
      Scenarios scenarios,
      Cases cases,
      People people,
      Households households,
      Plans plans,
      Activities activities,
      Documents documents) {
    this.scenarios = scenarios;
    this.cases = cases;
    this.people = people;
    this.households = households;
    this.plans = plans;
    this.activities = activities;
    this.documents = documents;
  }

  /** A case with an approved plan that names these services. */
  public CaseNumber withPlan(String... services) {
    return withPlan(scenarios.aCase(), "WELFARE_STAFF", services);
  }

  /** Gives a case an approved plan whose activities this provider delivers. */
  public CaseNumber withPlan(CaseNumber number, String provider, String... services) {
    var planned = Arrays.stream(services).map(key -> activity(provider, key)).toList();
    int version = plans.propose(number, plan(planned), Crew.of(Role.CASEWORKER), Optional.empty());
    plans.approve(number, version, Crew.of(Role.SUPERVISOR), Optional.empty());
    return number;
  }

  /** What a plan with these activities says. */
  public static PlanDetails plan(List<ActivityDetails> activities) {
    return new PlanDetails(
        Approach.MOTIVATIONAL,
        Setting.FAMILY,
        "We work together on calm evenings.",
        Optional.of("SELF"),
        Optional.of(LocalDate.of(2020, 1, 10)),
        Optional.empty(),
        Period.ofDays(60),
        List.of(goal("Calm evenings")),
        activities);
  }

  /** A goal. */
  public static GoalDetails goal(String description) {
    return new GoalDetails(
        "CARE_AND_FAMILY",
        description,
        "Quarrels every evening",
        "One quarrel a week at most",
        "The family counts",
        Optional.empty());
  }

  /** An activity for the first goal. */
  public static ActivityDetails activity(String provider, String service) {
    return new ActivityDetails(
        Optional.of(1),
        Approach.MOTIVATIONAL,
        Setting.FAMILY,
        Optional.of("FAMILY_SUPPORT"),
        Optional.of(service).filter(key -> !key.isEmpty()),
        "Accompany the family",
        provider,
        "WEEKLY",
        LocalDate.of(2020, 1, 15),
        Optional.empty());
  }

  /** The activities of the plan in force. */
  public List<PlannedActivity> activitiesOf(CaseNumber number) {
    return plans.inForce(number).orElseThrow().activities();
  }

  /** Begins the service that the first activity of the plan names. */
  public Scenario service(String key, CaseNumber number) {
    var first = activitiesOf(number).get(0);
    return scenarios.process(
        key,
        number,
        Map.of("serviceKey", key, "activityId", first.id().toString(), "planVersion", 1L));
  }

  /** How the first activity of the plan stands. */
  public PlannedActivity first(CaseNumber number) {
    return activities.get(activitiesOf(number).get(0).id());
  }

  /** The person whom the case is about. */
  public String personOf(CaseNumber number) {
    return cases.get(number).beneficiary().id().toString();
  }

  /** Lets a partner and a child of this birth date live with the person of the case. */
  public void givesAFamily(CaseNumber number, String childBirthDate) {
    var intake = Crew.of(Role.INTAKE_OFFICER);
    var person = people.get(UUID.fromString(personOf(number)));
    var household = households.create(person, intake);
    join(household.id(), "Budi", "1988-01-01", Relation.SPOUSE);
    join(household.id(), "Nina", childBirthDate, Relation.CHILD);
  }

  private void join(UUID household, String name, String birthDate, Relation relation) {
    var details = PersonDetails.from(Map.of("fullName", name, "birthDate", birthDate));
    var member = people.register(details, Crew.of(Role.INTAKE_OFFICER));
    households.put(household, new HouseholdMember(member, relation, true, false, false));
  }

  /** A document that the caseworker has uploaded and can add to a form. */
  public String document() {
    return document(Role.CASEWORKER);
  }

  /** A document that somebody has uploaded and can add to a form. */
  public String document(Role role) {
    byte[] content = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII);
    return documents.upload("genogram.pdf", content, "test", Crew.of(role)).id().toString();
  }

  /** An answer with some entries different. */
  public static Map<String, Object> but(Map<String, ?> answer, Map<String, ?> different) {
    Map<String, Object> changed = new HashMap<>(answer);
    changed.putAll(different);
    return changed;
  }

  /** The usual answer to a form with some entries different. */
  public static Map<String, Object> but(
      Map<String, Map<String, ?>> answers, String form, Map<String, ?> different) {
    return but(Objects.requireNonNull(answers.get(form)), different);
  }
}
