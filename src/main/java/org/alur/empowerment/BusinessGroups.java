package org.alur.empowerment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.casework.Collectives;
import org.alur.casework.Nik;
import org.alur.casework.People;
import org.alur.casework.Person;
import org.alur.casework.WesternIndonesia;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Groups that do business together. That nobody belongs to two of them, and that three people of
 * different households hold the offices, are constraints of the database too; {@link GroupRules}
 * says it in plain words before.
 */
@Component
public class BusinessGroups {

  /** In which case, by whom and with which form a group is changed. */
  public record Told(CaseNumber number, String by, UUID record) {}

  private static final String JOINT_BUSINESS = "JOINT_BUSINESS";

  private final JdbcClient database;
  private final GroupMemberships memberships;
  private final Collectives collectives;
  private final People people;
  private final Clock clock;

  BusinessGroups(
      JdbcClient database,
      GroupMemberships memberships,
      Collectives collectives,
      People people,
      Clock clock) {
    this.database = database;
    this.memberships = memberships;
    this.collectives = collectives;
    this.people = people;
    this.clock = clock;
  }

  /** Enters a group that is not on file yet. */
  @Transactional
  public UUID enter(String name, Told told) {
    return collectives.createGroup(name, JOINT_BUSINESS, Optional.empty(), told.by());
  }

  /** Forms a group of exactly these people. */
  @Transactional
  public void form(UUID group, String name, LocalDate on, List<NewMember> members, Told told) {
    boolean again = isFormed(group);
    Map<UUID, Office> wanted =
        members.stream()
            .collect(
                Collectors.toMap(member -> personOf(group, member, told).id(), NewMember::office));
    members(group).stream()
        .map(member -> member.person().id())
        .filter(person -> !wanted.containsKey(person))
        .forEach(person -> memberships.leave(group, person, on, "Not in the group", told));
    Arrays.stream(Office.values()).forEach(office -> memberships.vacate(group, office));
    wanted.forEach((person, office) -> memberships.put(group, person, office, on, told));
    stand(group, name, on);
    if (!again) {
      memberships.note(
          GroupMemberships.Change.ofGroup(
              group, GroupMemberships.What.FORMED, on, Optional.empty()),
          told);
    }
  }

  private void stand(UUID group, String name, LocalDate on) {
    database
        .sql(
            """
            UPDATE groups SET name = :name, type = :type, standing = 'FORMED', dissolved_on = NULL,
              formed_on = coalesce(formed_on, :on), founded_on = coalesce(founded_on, :on)
            WHERE id = :group
            """)
        .param("name", name)
        .param("type", JOINT_BUSINESS)
        .param("on", on)
        .param("group", group)
        .update();
  }

  /**
   * The person behind an entry: who holds the NIK, else a member of this name whose NIK was not
   * known, else somebody new.
   */
  private Person personOf(UUID group, NewMember entry, Told told) {
    return people
        .findByNik(new Nik(entry.nik()))
        .or(() -> namesake(group, entry))
        .map(known -> people.correct(known.id(), entry.completing(known)))
        .orElseGet(() -> people.register(entry.details(), told.by()));
  }

  private Optional<Person> namesake(UUID group, NewMember entry) {
    return members(group).stream()
        .map(GroupMember::person)
        .filter(person -> person.details().nik().isEmpty())
        .filter(person -> person.name().equalsIgnoreCase(entry.fullName().strip()))
        .findFirst();
  }

  /** Files what has changed in a formed group. */
  @Transactional
  public void change(UUID group, GroupChange change, Told told) {
    change
        .leaving()
        .forEach(one -> memberships.leave(group, one.person(), one.on(), one.reason(), told));
    change.appointments().forEach(one -> memberships.vacate(group, one.office()));
    change.joining().forEach(one -> memberships.vacate(group, one.member().office()));
    change
        .appointments()
        .forEach(one -> memberships.put(group, one.person(), one.office(), today(), told));
    change
        .joining()
        .forEach(
            one ->
                memberships.put(
                    group,
                    personOf(group, one.member(), told).id(),
                    one.member().office(),
                    one.on(),
                    told));
  }

  /** Ends a group; its members are free to join another one. */
  @Transactional
  public void dissolve(UUID group, String reason, Told told) {
    int ended =
        database
            .sql(
                """
                UPDATE groups SET standing = 'DISSOLVED', dissolved_on = greatest(:today, formed_on)
                WHERE id = :group AND standing = 'FORMED'
                """)
            .param("today", today())
            .param("group", group)
            .update();
    if (ended == 1) {
      memberships.note(
          GroupMemberships.Change.ofGroup(
              group, GroupMemberships.What.DISSOLVED, today(), Optional.of(reason)),
          told);
    }
  }

  /** Who belongs to a group now, officers first. */
  public List<GroupMember> members(UUID group) {
    return memberships.of(group);
  }

  /** Whether a group was formed and is still together. */
  public boolean isFormed(UUID group) {
    return database
        .sql("SELECT standing = 'FORMED' FROM groups WHERE id = :group")
        .param("group", group)
        .query(Boolean.class)
        .single();
  }

  /** The formed group to which a person belongs. */
  Optional<UUID> formedGroupOf(UUID person) {
    return database
        .sql(
            """
            SELECT group_id FROM group_members
            WHERE person_id = :person AND group_standing = 'FORMED' AND left_on IS NULL
            """)
        .param("person", person)
        .query(UUID.class)
        .optional();
  }

  /** Whether two people keep house together, as far as it is known. */
  boolean shareAHousehold(UUID one, UUID other) {
    return database
        .sql("SELECT share_a_household(:one, :other)")
        .param("one", one)
        .param("other", other)
        .query(Boolean.class)
        .single();
  }

  private LocalDate today() {
    return WesternIndonesia.today(clock);
  }
}
