package org.alur.empowerment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.Nik;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.PersonRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be a member: somebody who can be told apart from everybody else, in one group only. */
@Component
class MemberRules {

  /** Shorter words of a name are titles and initials. */
  private static final int TELLING_WORD = 3;

  private final BusinessGroups groups;
  private final People people;
  private final PersonRules rules;

  MemberRules(BusinessGroups groups, People people, PersonRules rules) {
    this.groups = groups;
    this.people = people;
    this.rules = rules;
  }

  /**
   * What stands against these members.
   *
   * @param group the group, if it is on file
   * @param list the field of the list
   */
  List<Finding> check(Optional<UUID> group, String list, List<NewMember> members) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      String row = list + "." + i;
      @Nullable Integer before = lines.putIfAbsent(members.get(i).nik(), i + 1);
      if (before == null) {
        checkNumbers(group, row, members.get(i), findings);
      } else {
        findings.add(
            new Finding(
                row + ".nik",
                "This person is in the list already, in line " + before + "; remove one line."));
      }
    }
    return findings;
  }

  private void checkNumbers(
      Optional<UUID> group, String row, NewMember member, List<Finding> findings) {
    List<PersonRules.Finding> errors =
        rules.errors(Map.of("nik", member.nik(), "kkNumber", member.kkNumber()));
    errors.forEach(error -> findings.add(new Finding(row + "." + error.key(), error.message())));
    if (errors.isEmpty()) {
      people
          .findByNik(new Nik(member.nik()))
          .ifPresent(holder -> checkHolder(group, row + ".nik", member, holder, findings));
    }
  }

  private void checkHolder(
      Optional<UUID> group, String field, NewMember member, Person holder, List<Finding> findings) {
    if (!isSameName(holder.name(), member.fullName())) {
      findings.add(
          new Finding(
              field,
              "This NIK is on file under another name; compare it with the card. If the card agrees"
                  + " with you, have the name on file corrected first."));
    }
    if (groups.formedGroupOf(holder.id()).filter(other -> !isOwn(group, other)).isPresent()) {
      findings.add(
          new Finding(
              field,
              "This person belongs to another business group, and nobody can be in two. The person"
                  + " has to leave that group first, or the group needs somebody else."));
    }
  }

  private static boolean isOwn(Optional<UUID> group, UUID other) {
    return group.filter(other::equals).isPresent();
  }

  /** Names are spelt in many ways; one word that both have is enough. */
  static boolean isSameName(String one, String other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    return words.isEmpty() || others.isEmpty() || others.stream().anyMatch(words::contains);
  }

  private static Set<String> words(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(word -> word.length() >= TELLING_WORD)
        .collect(Collectors.toSet());
  }
}
