package org.alur.stages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Household;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.Relation;
import org.springframework.stereotype.Component;

/** Who lives together with the person or family that a case is about. */
@Component
class CaseMembers {

  private final Cases cases;
  private final Households households;
  private final People people;

  CaseMembers(Cases cases, Households households, People people) {
    this.cases = cases;
    this.households = households;
    this.people = people;
  }

  /** The people who live together, the person alone if no household is known. */
  List<HouseholdMember> of(CaseNumber number) {
    var beneficiary = cases.get(number).beneficiary();
    return switch (beneficiary.type()) {
      case FAMILY -> livingIn(households.get(beneficiary.id()));
      case PERSON -> around(beneficiary.id());
      case GROUP, COMMUNITY -> List.of();
    };
  }

  private List<HouseholdMember> around(UUID person) {
    Optional<Household> household = households.of(person);
    return household
        .map(CaseMembers::livingIn)
        .filter(members -> !members.isEmpty())
        .orElseGet(() -> List.of(alone(person)));
  }

  private HouseholdMember alone(UUID person) {
    return new HouseholdMember(people.get(person), Relation.HEAD, true, false, false);
  }

  private static List<HouseholdMember> livingIn(Household household) {
    return household.members().stream().filter(HouseholdMember::livesIn).toList();
  }
}
