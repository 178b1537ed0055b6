package org.alur.empowerment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.HouseholdMember;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.PersonDetails;
import org.alur.casework.Relation;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.support.AlurTest;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.Grants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who belongs together: told in plain words before, and held by the database whoever asks. */
@AlurTest
class BusinessGroupsTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @Autowired BusinessGroups groups;
  @Autowired GroupRules rules;
  @Autowired BusinessCases business;
  @Autowired People people;
  @Autowired Households households;
  @Autowired Grants grants;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  BusinessGroups.Told told =
      new BusinessGroups.Told(new CaseNumber("SE-2000-000001"), "sari", new UUID(0, 0));
  UUID group = new UUID(0, 0);

  @BeforeEach
  void begin() {
    var number = business.ofAGroup();
    told = new BusinessGroups.Told(number, "sari", grants.record(number));
    group = groups.enter("Usaha", told);
  }

  private static List<NewMember> members(int count) {
    return BusinessAnswers.people(count).stream().map(BusinessGroupsTest::member).toList();
  }

  private static NewMember member(Map<String, Object> row) {
    return new NewMember(
        String.valueOf(row.get("fullName")),
        String.valueOf(row.get("nik")),
        String.valueOf(row.get("kkNumber")),
        Office.valueOf(String.valueOf(row.get("office"))));
  }

  private static NewMember with(NewMember member, String nik, String kk, Office office) {
    return new NewMember(member.fullName(), nik, kk, office);
  }

  private List<String> objections(List<NewMember> members) {
    return rules.forming(Optional.of(group), "members", members).stream()
        .map(finding -> finding.field() + ": " + finding.message())
        .toList();
  }

  private List<NewMember> formed() {
    var members = members(5);
    groups.form(group, "Usaha", DAY, members, told);
    return members;
  }

  private UUID idOf(NewMember member) {
    return groups.members(group).stream()
        .map(GroupMember::person)
        .filter(person -> person.details().nik().equals(Optional.of(member.nik())))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void five_people_of_five_households_may_form_a_group() {
    assertThat(objections(members(5))).isEmpty();
    assertThat(objections(members(10))).isEmpty();
  }

  @Test
  void four_are_too_few_and_eleven_too_many() {
    assertThat(objections(members(4)))
        .containsExactly(
            "members: A group has 5 to 10 members, this one has 4; find more people who want to"
                + " take part.");
    assertThat(objections(members(11)))
        .containsExactly("members: A group has 5 to 10 members, this one has 11; form two groups.");
  }

  @Test
  void the_size_is_data() {
    // In force for a day long past only, so that other tests do not see it.
    database
        .sql(
            "INSERT INTO business_limits SELECT '2000-01-01', 3, 4, largest_group_grant,"
                + " largest_household_grant, most_rounds FROM business_limits ON CONFLICT DO NOTHING")
        .update();
    assertThat(
            database
                .sql("SELECT least_members FROM business_limits_on('2001-05-05')")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    assertThat(objections(members(4))).isNotEmpty();
  }

  @Test
  void the_same_person_twice_is_told_with_the_line() {
    var members = new ArrayList<>(members(5));
    var second = members.get(4);
    members.set(4, with(second, members.get(1).nik(), second.kkNumber(), Office.MEMBER));

    assertThat(objections(members))
        .containsExactly(
            "members.4.nik: This person is in the list already, in line 2; remove one line.");
  }

  @Test
  void a_bad_nik_is_told_beside_its_line() {
    var members = new ArrayList<>(members(5));
    members.set(3, with(members.get(3), "0001013213900001", "0001010000000001", Office.MEMBER));

    assertThat(objections(members))
        .singleElement()
        .asString()
        .startsWith("members.3.nik: Digits 9 and 10");
  }

  @Test
  void an_office_is_held_by_one() {
    var without = new ArrayList<>(members(5));
    var third = without.get(2);
    without.set(2, with(third, third.nik(), third.kkNumber(), Office.MEMBER));
    var twice = new ArrayList<>(members(5));
    var second = twice.get(1);
    twice.set(1, with(second, second.nik(), second.kkNumber(), Office.CHAIR));

    assertThat(objections(without))
        .containsExactly("members: The group has no treasurer; let the members choose one.");
    assertThat(objections(twice))
        .containsExactlyInAnyOrder(
            "members.1.office: The group has more than one chair; only one holds the office.",
            "members: The group has no secretary; let the members choose one.");
  }

  @Test
  void officers_of_one_family_card_are_refused() {
    var members = new ArrayList<>(members(5));
    var second = members.get(1);
    members.set(1, with(second, second.nik(), members.get(0).kkNumber(), Office.SECRETARY));

    assertThat(objections(members))
        .singleElement()
        .asString()
        .contains("are of one household; chair, secretary and treasurer come from three");
  }

  @Test
  void officers_who_live_together_are_refused_whatever_their_cards_say() {
    var members = members(5);
    var chair = person(members.get(0));
    var household = households.create(people.get(chair), "ida");
    households.put(
        household.id(),
        new HouseholdMember(
            people.get(person(members.get(2))), Relation.SIBLING, true, false, false));

    assertThat(objections(members)).singleElement().asString().contains("of one household");
  }

  private UUID person(NewMember member) {
    return people
        .register(
            PersonDetails.from(Map.of("fullName", member.fullName(), "nik", member.nik())), "ida")
        .id();
  }

  @Test
  void members_who_hold_no_office_may_live_together() {
    var members = new ArrayList<>(members(5));
    var fifth = members.get(4);
    members.set(4, with(fifth, fifth.nik(), members.get(0).kkNumber(), Office.MEMBER));

    assertThat(objections(members)).isEmpty();
  }

  @Test
  void nobody_belongs_to_two_groups() {
    var first = formed();
    var other = new ArrayList<>(members(5));
    other.set(4, first.get(4));
    group = groups.enter("Another", told);

    assertThat(objections(other))
        .singleElement()
        .asString()
        .startsWith("members.4.nik: This person belongs to another business group");
    assertThatThrownBy(() -> groups.form(group, "Another", DAY, other, told))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("group_members_one_formed_group");
    assertThat(groups.isFormed(group)).as("nothing is stored").isFalse();
  }

  @Test
  void who_has_left_or_whose_group_ended_may_join_another_one() {
    var first = formed();
    groups.change(
        group,
        new GroupChange(
            List.of(new GroupChange.Leaving(idOf(first.get(4)), DAY.plusDays(3), "Moved")),
            List.of(),
            List.of()),
        told);
    group = groups.enter("Another", told);
    var other = new ArrayList<>(members(5));
    other.set(4, first.get(4));

    assertThat(objections(other)).isEmpty();
    groups.form(group, "Another", DAY, other, told);
    groups.dissolve(group, "They fell out.", told);
    var third = groups.enter("A third", told);
    groups.form(third, "A third", DAY, other, told);
    assertThat(groups.members(third)).hasSize(5);
  }

  @Test
  void a_nik_under_another_name_is_told_without_the_name() {
    var members = members(5);
    people.register(
        PersonDetails.from(Map.of("fullName", "Bukan Dia", "nik", members.get(3).nik())), "ida");

    assertThat(objections(members))
        .singleElement()
        .asString()
        .startsWith("members.3.nik: This NIK is on file under another name")
        .doesNotContain("Bukan");
  }

  @Test
  void names_are_the_same_if_one_word_is() {
    assertThat(MemberRules.isSameName("Hj. Siti Aminah", "SITI aminah binti Umar")).isTrue();
    assertThat(MemberRules.isSameName("Siti Aminah", "Budi Santoso")).isFalse();
  }

  @Test
  void people_known_by_name_only_get_their_numbers() {
    var known = people.register(PersonDetails.from(Map.of("fullName", "Wati Sulastri")), "ida");
    database
        .sql("INSERT INTO group_members (group_id, person_id, office) VALUES (:g, :p, 'MEMBER')")
        .param("g", group)
        .param("p", known.id())
        .update();
    var members = new ArrayList<>(members(5));
    var fifth = members.get(4);
    members.set(4, new NewMember("Wati Sulastri", fifth.nik(), fifth.kkNumber(), Office.MEMBER));

    groups.form(group, "Usaha", DAY, members, told);

    assertThat(people.get(known.id()).details().nik()).contains(fifth.nik());
    assertThat(groups.members(group)).hasSize(5);
  }

  @Test
  void the_database_wants_three_officers_of_a_formed_group() {
    var members = formed();

    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE group_members SET office = 'MEMBER' WHERE person_id = :id")
                    .param("id", idOf(members.get(0)))
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("a chair, a secretary and a treasurer");
  }

  @Test
  void the_database_wants_officers_of_different_households() {
    var members = new ArrayList<>(members(5));
    var second = members.get(1);
    members.set(1, with(second, second.nik(), members.get(0).kkNumber(), Office.SECRETARY));

    assertThatThrownBy(() -> groups.form(group, "Usaha", DAY, members, told))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("different households");
  }

  @Test
  void an_officer_who_leaves_has_a_successor() {
    var members = formed();
    var leaving = new GroupChange.Leaving(idOf(members.get(2)), DAY.plusDays(9), "Moved away");
    var alone = new GroupChange(List.of(leaving), List.of(), List.of());
    var followed =
        new GroupChange(
            List.of(leaving),
            List.of(),
            List.of(new GroupChange.Appointment(idOf(members.get(3)), Office.TREASURER)));

    assertThat(rules.changing(group, alone))
        .extracting(Finding::message)
        .containsExactly("The group has no treasurer; let the members choose one.");
    assertThat(rules.changing(group, followed)).isEmpty();
    groups.change(group, followed, told);
    assertThat(groups.members(group))
        .hasSize(4)
        .filteredOn(member -> member.office() == Office.TREASURER)
        .extracting(member -> member.person().name())
        .containsExactly(members.get(3).fullName());
  }

  @Test
  void a_new_member_takes_over_an_office_and_the_old_holder_stays() {
    var members = formed();
    var newcomer = member(BusinessAnswers.person("CHAIR"));
    var change =
        new GroupChange(
            List.of(), List.of(new GroupChange.Joining(newcomer, DAY.plusDays(5))), List.of());

    assertThat(rules.changing(group, change)).isEmpty();
    groups.change(group, change, told);

    assertThat(groups.members(group)).hasSize(6);
    assertThat(groups.members(group).get(0).person().name()).isEqualTo(newcomer.fullName());
    assertThat(groups.members(group).get(0).joinedOn()).contains(DAY.plusDays(5));
    assertThat(
            groups.members(group).stream()
                .filter(one -> one.person().id().equals(idOf(members.get(0))))
                .findFirst()
                .orElseThrow()
                .office())
        .isEqualTo(Office.MEMBER);
  }

  @Test
  void who_is_a_member_already_does_not_join_and_ten_are_enough() {
    var members = formed();
    var again =
        new GroupChange(
            List.of(), List.of(new GroupChange.Joining(members.get(4), DAY)), List.of());
    List<GroupChange.Joining> six =
        members(9).subList(3, 9).stream().map(one -> new GroupChange.Joining(one, DAY)).toList();

    assertThat(rules.changing(group, again))
        .extracting(Finding::message)
        .contains("This person belongs to the group already.");
    assertThat(rules.changing(group, new GroupChange(List.of(), six, List.of())))
        .extracting(Finding::message)
        .containsExactly("The group would have 11 members; at most 10 belong to one group.");
  }

  @Test
  void the_timeline_tells_who_came_and_went() {
    var members = formed();
    groups.change(
        group,
        new GroupChange(
            List.of(new GroupChange.Leaving(idOf(members.get(4)), DAY.plusDays(3), "Moved")),
            List.of(),
            List.of()),
        told);

    assertThat(timeline.of(told.number(), Instant.parse("2999-01-01T00:00:00Z"), 50))
        .extracting(TimelineEntry::title)
        .contains(
            "Group formed on 1 Feb 2020",
            members.get(0).fullName() + " joined the group as chair on 1 Feb 2020",
            members.get(4).fullName() + " left the group on 4 Feb 2020");
  }
}
