package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Household;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.PersonDetails;
import org.alur.casework.Relation;
import org.springframework.stereotype.Component;

/** Enters persons and those who live with them. */
@Component
class Families {

  private final People people;
  private final Households households;

  Families(People people, Households households) {
    this.people = people;
    this.households = households;
  }

  /** Completes a person, and files the household if somebody else belongs to it. */
  void completePerson(UUID id, FiledForm form) {
    var person = people.correct(id, PersonDetails.from(form.said().values()));
    var others = form.said().rows("household");
    var relation = form.said().choice("ownRelation", Relation.class);
    Optional<Household> known = households.of(id);
    if (known.isPresent()) {
      households.put(known.get().id(), new HouseholdMember(person, relation, true, false, false));
      addAll(known.get(), others, form.by());
      return;
    }
    if (relation == Relation.HEAD) {
      addAll(households.create(person, form.by()), others, form.by());
      return;
    }
    others.stream()
        .filter(Families::isHead)
        .findFirst()
        .ifPresent(head -> addToHead(person, relation, head, form));
  }

  private void addToHead(
      Person person, Relation relation, Map<String, Object> head, FiledForm form) {
    var household =
        households.create(people.register(PersonDetails.from(head), form.by()), form.by());
    households.put(household.id(), new HouseholdMember(person, relation, true, false, false));
    addAll(household, form.said().rows("household"), form.by());
  }

  /** Completes the head of a family, and files the other members. */
  void completeFamily(UUID id, FiledForm form) {
    var household = households.get(id);
    household
        .head()
        .ifPresent(head -> people.correct(head.id(), PersonDetails.from(form.said().values())));
    addAll(household, form.said().rows("household"), form.by());
  }

  private void addAll(Household household, List<Map<String, Object>> rows, String by) {
    rows.stream()
        .filter(row -> !isHead(row))
        .map(row -> member(household, row, by))
        .forEach(member -> households.put(household.id(), member));
  }

  private HouseholdMember member(Household household, Map<String, Object> row, String by) {
    return new HouseholdMember(
        known(household, row).orElseGet(() -> people.register(PersonDetails.from(row), by)),
        Relation.valueOf(String.valueOf(row.get("relation"))),
        Boolean.TRUE.equals(row.get("livesIn")),
        Boolean.TRUE.equals(row.get("earns")),
        Boolean.TRUE.equals(row.get("carer")));
  }

  /** A member whom an earlier case of the household has entered already. */
  private static Optional<Person> known(Household household, Map<String, Object> row) {
    return household.members().stream()
        .map(HouseholdMember::person)
        .filter(person -> person.name().equalsIgnoreCase(String.valueOf(row.get("fullName"))))
        .findFirst();
  }

  /** The other members of the household as the form shows them. */
  List<Map<String, Object>> rows(Household household, UUID apartFrom) {
    return household.members().stream()
        .filter(member -> !member.person().id().equals(apartFrom))
        .map(Families::row)
        .toList();
  }

  private static Map<String, Object> row(HouseholdMember member) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("fullName", member.person().name());
    row.put("relation", member.relation().name());
    member.person().details().birthDate().ifPresent(date -> row.put("birthDate", date.toString()));
    row.put("livesIn", member.livesIn());
    row.put("earns", member.earns());
    row.put("carer", member.carer());
    return row;
  }

  static boolean isHead(Map<String, Object> row) {
    return Relation.HEAD.name().equals(row.get("relation"));
  }
}
