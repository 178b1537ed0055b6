package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class PeopleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Autowired People people;
  @Autowired Households households;

  @Test
  void a_person_without_a_nik_gets_a_number_and_a_reason() {
    var person = people.register(PersonDetails.from(Map.of("fullName", "Bayu")), "ida");

    assertThat(person.nikStatus()).isEqualTo(NikStatus.MISSING);
    assertThat(person.details().nikMissingReason()).contains(NikMissingReason.NOT_KNOWN_YET);
    assertThat(person.temporaryNumber().orElseThrow()).matches("T-\\d{6}");
  }

  @Test
  void a_nik_that_turns_up_later_replaces_the_reason_and_keeps_the_temporary_number() {
    var person = people.register(PersonDetails.from(Map.of("fullName", "Bayu")), "ida");

    var known =
        people.correct(
            person.id(),
            PersonDetails.from(Map.of("fullName", "Bayu Adi", "nik", Town.freshNik())));

    assertThat(known.nikStatus()).isEqualTo(NikStatus.FORMAT_OK);
    assertThat(known.details().nikMissingReason()).isEmpty();
    assertThat(known.temporaryNumber()).isEqualTo(person.temporaryNumber());
  }

  @Test
  void the_second_holder_of_a_nik_is_a_discrepancy_and_is_helped_all_the_same() {
    var details = PersonDetails.from(Map.of("fullName", "Rini", "nik", Town.freshNik()));
    var first = people.register(details, "ida");
    var second = people.register(details, "tono");

    assertThat(first.nikStatus()).isEqualTo(NikStatus.FORMAT_OK);
    assertThat(second.nikStatus()).isEqualTo(NikStatus.DISCREPANCY);
    assertThat(people.correct(first.id(), details).nikStatus()).isEqualTo(NikStatus.FORMAT_OK);
    assertThat(people.findByNik(new Nik(details.nik().orElseThrow())))
        .map(Person::id)
        .contains(first.id());
  }

  @Test
  void an_impossible_nik_is_not_stored() {
    var details = PersonDetails.from(Map.of("fullName", "Rini", "nik", "123"));

    assertThatThrownBy(() -> people.register(details, "ida")).hasMessageContaining("16 digits");
  }

  @Test
  void what_a_form_said_fills_the_next_form() {
    Map<String, Object> said = new HashMap<>();
    said.put("fullName", "Rini Wulandari");
    said.put("alias", "Rin");
    said.put("nik", Town.freshNik());
    said.put("birthDate", "2015-02-03");
    said.put("birthDateEstimated", true);
    said.put("sex", "FEMALE");
    said.put("religion", "ISLAM");
    said.put("language", "jv");
    said.put("disabilities", java.util.List.of("HEARING", "SPEECH"));
    said.put("phone", "+628123");
    said.put("address", "Jl. Melati 1");
    said.put("village", "Sukamaju");
    said.put("regionCode", "00.01.01.1001");
    said.put("kkNumber", "0001010101010001");

    var person = people.register(PersonDetails.from(said), "ida");

    assertThat(person.asFormValues()).containsExactlyInAnyOrderEntriesOf(said);
    assertThat(person.age(TODAY)).contains(11);
    assertThat(person.isChild(TODAY)).isTrue();
    assertThat(person.toString()).doesNotContain("Rini");
  }

  @Test
  void a_household_has_its_head_first_and_one_head_only() {
    var head = people.register(PersonDetails.from(Map.of("fullName", "Pak Adi")), "ida");
    var child = people.register(PersonDetails.from(Map.of("fullName", "Ani")), "ida");
    var household = households.create(head, "ida");
    households.put(household.id(), new HouseholdMember(child, Relation.CHILD, true, false, false));

    assertThat(households.of(child.id()).orElseThrow().members())
        .extracting(member -> member.person().name())
        .containsExactly("Pak Adi", "Ani");
    assertThatThrownBy(
            () ->
                households.put(
                    household.id(), new HouseholdMember(child, Relation.HEAD, true, false, false)))
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);

    households.left(household.id(), child.id());
    assertThat(households.of(child.id())).isEmpty();
  }
}
