package org.alur.assistance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.WesternIndonesia;
import org.springframework.stereotype.Component;

/**
 * Where what is known about people does not fit what a family is paid for. Nothing follows from it
 * but that somebody looks (UU 27/2022 art. 34).
 */
@Component
public class Mismatches {

  private final AssistanceYears years;
  private final Enrolments enrolments;
  private final People people;
  private final Households households;
  private final Clock clock;

  Mismatches(
      AssistanceYears years,
      Enrolments enrolments,
      People people,
      Households households,
      Clock clock) {
    this.years = years;
    this.enrolments = enrolments;
    this.people = people;
    this.households = households;
    this.clock = clock;
  }

  /** What does not fit, a sentence each. */
  public List<String> of(UUID enrolment) {
    var recipient = enrolments.get(enrolment).application().recipient();
    var rules = years.rules(enrolment);
    return years.components(enrolment).stream()
        .flatMap(part -> of(part, recipient, rules).stream())
        .toList();
  }

  private List<String> of(FamilyComponent part, Beneficiary recipient, AssistanceRules rules) {
    LocalDate today = WesternIndonesia.today(clock);
    Person person = people.get(part.person());
    ComponentRate rate = rules.rate(part.component());
    List<String> sentences = new ArrayList<>();
    if (person.deceasedOn().isPresent()) {
      sentences.add(person.name() + " is on file as deceased.");
    }
    if (recipient.type() == BeneficiaryType.FAMILY && !livesIn(recipient, person)) {
      sentences.add(person.name() + " is no longer on file as living in the household.");
    }
    person
        .age(today)
        .filter(age -> !rate.fits(age))
        .ifPresent(
            age ->
                sentences.add(
                    "%s is %d years old; the component \"%s\" is for %s."
                        .formatted(person.name(), age, part.component().words(), rate.ages())));
    return sentences;
  }

  private boolean livesIn(Beneficiary family, Person person) {
    return households.get(family.id()).members().stream()
        .filter(HouseholdMember::livesIn)
        .anyMatch(member -> member.person().id().equals(person.id()));
  }
}
