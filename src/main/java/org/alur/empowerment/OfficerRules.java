package org.alur.empowerment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Three people of three households hold the offices of a group, each one office. */
@Component
class OfficerRules {

  private final BusinessGroups groups;

  OfficerRules(BusinessGroups groups) {
    this.groups = groups;
  }

  /**
   * What stands against these officers.
   *
   * @param field where the form asks for them
   */
  List<Finding> check(String field, List<Seat> seats) {
    List<Finding> findings = new ArrayList<>();
    Stream.of(Office.values())
        .filter(Office::isHeldByOne)
        .forEach(office -> checkHolder(field, office, seats, findings));
    List<Seat> officers = seats.stream().filter(seat -> seat.office().isHeldByOne()).toList();
    for (int i = 0; i < officers.size(); i++) {
      for (var other : officers.subList(i + 1, officers.size())) {
        checkHouseholds(field, officers.get(i), other, findings);
      }
    }
    return findings;
  }

  private static void checkHolder(
      String field, Office office, List<Seat> seats, List<Finding> findings) {
    List<Seat> holders = seats.stream().filter(seat -> seat.office() == office).toList();
    String word = office.name().toLowerCase(Locale.ROOT);
    if (holders.isEmpty()) {
      findings.add(
          new Finding(field, "The group has no " + word + "; let the members choose one."));
    }
    if (holders.size() > 1) {
      findings.add(
          new Finding(
              holders.get(holders.size() - 1).field("office", field),
              "The group has more than one " + word + "; only one holds the office."));
    }
  }

  private void checkHouseholds(String field, Seat one, Seat other, List<Finding> findings) {
    if (liveTogether(one, other)) {
      findings.add(
          new Finding(
              other.field("kkNumber", field),
              "%s and %s are of one household; chair, secretary and treasurer come from three."
                  .formatted(one.name(), other.name())));
    }
  }

  private boolean liveTogether(Seat one, Seat other) {
    boolean oneCard = one.kkNumber().isPresent() && one.kkNumber().equals(other.kkNumber());
    return oneCard
        || one.person()
            .flatMap(id -> other.person().map(otherId -> groups.shareAHousehold(id, otherId)))
            .orElse(false);
  }
}
