package org.alur.empowerment;

import java.util.Optional;
import java.util.UUID;

/**
 * A place in a group as it would be.
 *
 * @param row where the form asks for it, like {@code members.0}; empty for who is a member already
 * @param person who is on file, if anybody
 * @param kkNumber of the family card, if it is known
 */
record Seat(
    Optional<String> row,
    String name,
    Office office,
    Optional<UUID> person,
    Optional<String> kkNumber) {

  static Seat of(GroupMember member, Office office) {
    return new Seat(
        Optional.empty(),
        member.person().name(),
        office,
        Optional.of(member.person().id()),
        member.person().details().kkNumber());
  }

  /** A field of the row in which the form asks for the person, or the other one if none does. */
  String field(String key, String otherwise) {
    return row.map(place -> place + "." + key).orElse(otherwise);
  }
}
