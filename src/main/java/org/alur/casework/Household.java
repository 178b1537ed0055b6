package org.alur.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People who live and keep house together, or once did.
 *
 * @param kkNumber number of the family card (kartu keluarga)
 * @param members head first; former members are left out
 */
public record Household(
    UUID id,
    Optional<String> kkNumber,
    Optional<String> address,
    Optional<String> village,
    Optional<String> regionCode,
    List<HouseholdMember> members) {

  public Household {
    members = List.copyOf(members);
  }

  /** The head, if one is known. */
  public Optional<Person> head() {
    return members.stream()
        .filter(member -> member.relation() == Relation.HEAD)
        .map(HouseholdMember::person)
        .findFirst();
  }
}
