package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What forms know of their case under the name {@code caseFile}, for conditions and texts. */
@Component
public class CaseFacts {

  /** From this age on a person counts as elderly (UU 13/1998). */
  private static final int ELDERLY = 60;

  private final Cases cases;
  private final People people;
  private final Households households;
  private final Collectives collectives;
  private final SexualViolence sexualViolence;
  private final Clock clock;

  CaseFacts(
      Cases cases,
      People people,
      Households households,
      Collectives collectives,
      SexualViolence sexualViolence,
      Clock clock) {
    this.cases = cases;
    this.people = people;
    this.households = households;
    this.collectives = collectives;
    this.sexualViolence = sexualViolence;
    this.clock = clock;
  }

  /**
   * The facts: {@code number, field, beneficiaryType, state, stage, openedOn, sealed,
   * settlementForbidden, riskLevel, setting, primaryPpks, lead, personName, personId, householdId,
   * sex, birthDate, age, isChild, isElderly, nikStatus, village, representative}. What is unknown
   * is left out. For a family the person is the head of the household.
   */
  public Map<String, Object> of(CaseNumber number) {
    var found = cases.get(number);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", number.value());
    facts.put("field", found.field().key());
    facts.put("beneficiaryType", found.beneficiary().type().name());
    facts.put("state", found.state().name());
    facts.put("stage", found.stage().name());
    facts.put("openedOn", date(found).toString());
    facts.put("sealed", found.sealed());
    facts.put("settlementForbidden", sexualViolence.forbidsSettlement(number));
    found.riskLevel().ifPresent(level -> facts.put("riskLevel", level.name()));
    found.setting().ifPresent(setting -> facts.put("setting", setting.name()));
    found.primaryPpks().ifPresent(ppks -> facts.put("primaryPpks", ppks));
    found.lead().ifPresent(lead -> facts.put("lead", lead));
    addBeneficiary(found.beneficiary(), facts);
    return facts;
  }

  private static LocalDate date(Case found) {
    return LocalDate.ofInstant(found.openedAt(), WesternIndonesia.ZONE);
  }

  private void addBeneficiary(Beneficiary beneficiary, Map<String, Object> facts) {
    switch (beneficiary.type()) {
      case PERSON, FAMILY -> {
        if (beneficiary.type() == BeneficiaryType.FAMILY) {
          facts.put("householdId", beneficiary.id().toString());
        }
        person(beneficiary).ifPresent(person -> addPerson(person, facts));
      }
      case GROUP, COMMUNITY ->
          collectives
              .find(beneficiary.id())
              .ifPresent(
                  collective -> {
                    facts.put("personName", collective.name());
                    collective.village().ifPresent(village -> facts.put("village", village));
                    representative(beneficiary)
                        .ifPresent(name -> facts.put("representative", name));
                  });
    }
  }

  /** Who agrees for a group or a community: its chair, or the contact person. */
  private Optional<String> representative(Beneficiary beneficiary) {
    return beneficiary.type() == BeneficiaryType.GROUP
        ? collectives.members(beneficiary.id()).stream()
            .filter(member -> member.office().equals("CHAIR"))
            .map(member -> member.person().name())
            .findFirst()
        : collectives.contact(beneficiary.id()).map(contact -> contact.person().name());
  }

  /** Whom the case is about in the first place; empty for groups and communities. */
  public Optional<Person> person(CaseNumber number) {
    return person(cases.get(number).beneficiary());
  }

  private Optional<Person> person(Beneficiary beneficiary) {
    return switch (beneficiary.type()) {
      case PERSON -> people.find(beneficiary.id());
      case FAMILY -> households.get(beneficiary.id()).head();
      case GROUP, COMMUNITY -> Optional.empty();
    };
  }

  /** What people call a beneficiary; a family by its head. */
  public String nameOf(Beneficiary beneficiary) {
    return switch (beneficiary.type()) {
      case PERSON, FAMILY -> person(beneficiary).map(Person::name).orElse("");
      case GROUP, COMMUNITY ->
          collectives.find(beneficiary.id()).map(Collectives.Collective::name).orElse("");
    };
  }

  private void addPerson(Person person, Map<String, Object> facts) {
    LocalDate today = WesternIndonesia.today(clock);
    facts.put("personId", person.id().toString());
    facts.put("personName", person.name());
    facts.put("nikStatus", person.nikStatus().name());
    facts.put("isChild", person.isChild(today));
    facts.put("isElderly", person.age(today).map(age -> age >= ELDERLY).orElse(false));
    person.age(today).ifPresent(age -> facts.put("age", age.longValue()));
    var details = person.details();
    details.sex().ifPresent(sex -> facts.put("sex", sex.name()));
    details.birthDate().ifPresent(birth -> facts.put("birthDate", birth.toString()));
    details.village().ifPresent(village -> facts.put("village", village));
  }
}
