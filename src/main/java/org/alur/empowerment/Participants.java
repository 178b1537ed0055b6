package org.alur.empowerment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.WesternIndonesia;
import org.springframework.stereotype.Component;

/** The people whom an activity of empowerment wants to make stronger. */
@Component
public class Participants {

  private final BusinessAssistances assistances;
  private final BusinessGroups groups;
  private final Cases cases;
  private final Households households;
  private final People people;
  private final Clock clock;

  Participants(
      BusinessAssistances assistances,
      BusinessGroups groups,
      Cases cases,
      Households households,
      People people,
      Clock clock) {
    this.assistances = assistances;
    this.groups = groups;
    this.cases = cases;
    this.households = households;
    this.people = people;
    this.clock = clock;
  }

  /** The members of the group, the adults of the family, or the person. */
  public List<Person> of(CaseNumber number, UUID activity) {
    Optional<UUID> group = assistances.find(activity).flatMap(BusinessAssistance::groupId);
    if (group.isPresent()) {
      return membersOf(group.get());
    }
    Beneficiary beneficiary = cases.get(number).beneficiary();
    return switch (beneficiary.type()) {
      case PERSON -> List.of(people.get(beneficiary.id()));
      case FAMILY -> adultsOf(beneficiary.id());
      case GROUP -> membersOf(beneficiary.id());
      case COMMUNITY -> List.of();
    };
  }

  private List<Person> membersOf(UUID group) {
    return groups.members(group).stream().map(GroupMember::person).toList();
  }

  private List<Person> adultsOf(UUID household) {
    LocalDate today = WesternIndonesia.today(clock);
    return households.get(household).members().stream()
        .filter(HouseholdMember::livesIn)
        .map(HouseholdMember::person)
        .filter(person -> !person.isChild(today))
        .toList();
  }
}
