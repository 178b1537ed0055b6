package org.alur.empowerment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alur.casework.Nik;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.springframework.stereotype.Component;

/** Who may form a group together, and what may change in it, in sentences for its members. */
@Component
public class GroupRules {

  private static final String JOINING = "joining";

  private final BusinessGroups groups;
  private final BusinessLimits limits;
  private final MemberRules members;
  private final OfficerRules officers;
  private final People people;

  GroupRules(
      BusinessGroups groups,
      BusinessLimits limits,
      MemberRules members,
      OfficerRules officers,
      People people) {
    this.groups = groups;
    this.limits = limits;
    this.members = members;
    this.officers = officers;
    this.people = people;
  }

  /**
   * What stands against forming a group.
   *
   * @param group the group that is formed, if it is on file
   * @param list the field of the list of members
   */
  public List<Finding> forming(Optional<UUID> group, String list, List<NewMember> entries) {
    List<Finding> findings = new ArrayList<>();
    checkSize(list, entries.size(), findings);
    findings.addAll(members.check(group, list, entries));
    findings.addAll(officers.check(list, seats(list, entries)));
    return findings;
  }

  private void checkSize(String list, int size, List<Finding> findings) {
    var today = limits.today();
    boolean small = size < today.leastMembers();
    if (small || size > today.mostMembers()) {
      findings.add(
          new Finding(
              list,
              "A group has %d to %d members, this one has %d; %s."
                  .formatted(
                      today.leastMembers(),
                      today.mostMembers(),
                      size,
                      small ? "find more people who want to take part" : "form two groups")));
    }
  }

  /** What stands against a change of a formed group. */
  public List<Finding> changing(UUID group, GroupChange change) {
    List<NewMember> coming = change.joining().stream().map(GroupChange.Joining::member).toList();
    List<Finding> findings = new ArrayList<>(members.check(Optional.of(group), JOINING, coming));
    checkComing(groups.members(group), coming, findings);
    List<Seat> seats = seatsAfter(groups.members(group), change);
    int most = limits.today().mostMembers();
    if (seats.size() > most) {
      findings.add(
          new Finding(
              JOINING,
              "The group would have %d members; at most %d belong to one group."
                  .formatted(seats.size(), most)));
    }
    findings.addAll(officers.check("appointments", seats));
    return findings;
  }

  private static void checkComing(
      List<GroupMember> present, List<NewMember> coming, List<Finding> findings) {
    Set<String> numbers =
        present.stream()
            .flatMap(member -> member.person().details().nik().stream())
            .collect(Collectors.toSet());
    for (int i = 0; i < coming.size(); i++) {
      if (numbers.contains(coming.get(i).nik())) {
        findings.add(
            new Finding(JOINING + "." + i + ".nik", "This person belongs to the group already."));
      }
    }
  }

  private List<Seat> seatsAfter(List<GroupMember> present, GroupChange change) {
    Set<UUID> gone =
        change.leaving().stream().map(GroupChange.Leaving::person).collect(Collectors.toSet());
    Map<UUID, Office> elected =
        change.appointments().stream()
            .collect(
                Collectors.toMap(
                    GroupChange.Appointment::person,
                    GroupChange.Appointment::office,
                    (first, second) -> second));
    Set<Office> taken = new HashSet<>(elected.values());
    change.joining().forEach(joining -> taken.add(joining.member().office()));
    Stream<Seat> staying =
        present.stream()
            .filter(member -> !gone.contains(member.person().id()))
            .map(
                member ->
                    Seat.of(
                        member,
                        elected.getOrDefault(member.person().id(), keeps(member.office(), taken))));
    List<NewMember> coming = change.joining().stream().map(GroupChange.Joining::member).toList();
    return Stream.concat(staying, seats(JOINING, coming).stream()).toList();
  }

  /** Who held an office that somebody else takes is a member like the others. */
  private static Office keeps(Office office, Set<Office> taken) {
    return taken.contains(office) ? Office.MEMBER : office;
  }

  private List<Seat> seats(String list, List<NewMember> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(place -> seat(list + "." + place, entries.get(place)))
        .toList();
  }

  private Seat seat(String row, NewMember entry) {
    Optional<UUID> known =
        Nik.errors(entry.nik()).isEmpty()
            ? people.findByNik(new Nik(entry.nik())).map(Person::id)
            : Optional.empty();
    return new Seat(
        Optional.of(row), entry.fullName(), entry.office(), known, Optional.of(entry.kkNumber()));
  }
}
