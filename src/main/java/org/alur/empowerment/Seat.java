package org.alur.empowerment;

import java.util.Optional;
import java.util.UUID;

/**
 * A place in a group as it would be.
 *
 * @param person who is on file, if anybody
 * @param kkNumber of the family card, if it is known
 */
record Seat(String name, Office office, Optional<UUID> person, Optional<String> kkNumber) {

  static Seat of(GroupMember member, Office office) {
    return new Seat(
        member.person().name(),
        office,
        Optional.of(member.person().id()),
        member.person().details().kkNumber());
  }
}
