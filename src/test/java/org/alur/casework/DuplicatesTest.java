package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class DuplicatesTest {

  @Autowired Duplicates duplicates;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Households households;
  @Autowired JdbcClient database;

  Town town;

  @BeforeEach
  void build() {
    town = new Town(database);
  }

  @Test
  void the_same_nik_is_certain_whatever_the_name() {
    String nik = Town.freshNik();
    var known = open(person("Murniasih", Map.of("nik", nik)));
    var number = open(person("Somebody Else", Map.of("nik", nik)));

    assertThat(duplicates.of(number))
        .singleElement()
        .satisfies(
            candidate -> {
              assertThat(candidate.score()).isEqualTo(1);
              assertThat(candidate.reason()).isEqualTo("Has the same NIK.");
              assertThat(candidate.cases()).containsExactly(known.value());
            });
  }

  @Test
  void a_similar_name_counts_only_with_about_the_same_year_and_the_same_village() {
    String village = "Desa Sukamaju " + town.id;
    open(person("Ratnaningsih Puspita", Map.of("birthDate", "1980-01-01", "village", village)));
    open(person("Ratnaningsih Puspita", Map.of("birthDate", "1990-01-01", "village", village)));
    open(person("Ratnaningsih Puspita", Map.of("birthDate", "1980-01-01", "village", "Qxzwv")));

    var number =
        open(person("Ratnaningsi Puspita", Map.of("birthDate", "1981-12-31", "village", village)));

    assertThat(duplicates.of(number))
        .singleElement()
        .satisfies(
            candidate -> {
              assertThat(candidate.birthDate().orElseThrow().getYear()).isEqualTo(1980);
              assertThat(candidate.reason())
                  .startsWith("Has a similar name (")
                  .endsWith("%), born within a year, lives in the same village.");
              assertThat(candidate.score()).isBetween(0.6, 0.99);
            });
  }

  @Test
  void what_is_unknown_does_not_rule_anybody_out() {
    open(person("Wahyuningtyas Lestari", Map.of()));
    var number =
        open(
            person(
                "Wahyuningtyas Lestari", Map.of("birthDate", "1981-12-31", "village", "Ciomas")));

    assertThat(duplicates.of(number))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.reason()).isEqualTo("Has the same name."));
  }

  @Test
  void people_of_one_household_who_share_a_part_of_their_names_are_not_taken_for_the_same() {
    var mother = person("Ratna Sumarlina", Map.of());
    var household = households.create(mother, town.intake);
    join(household, person("Bayu Sumarlina", Map.of()));
    var known = person("Ratna Sumarlina", Map.of());
    join(household, known);

    assertThat(duplicates.of(open(mother)))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.candidateId()).isEqualTo(known.id()));
  }

  @Test
  void people_of_sealed_cases_are_found_by_their_nik_alone_and_without_the_case() {
    String nik = Town.freshNik();
    var secret = open(person("Kusumaningrum Dewayani", Map.of("nik", nik)));
    cases.seal(secret, "Safe house", town.supervisor);

    assertThat(duplicates.of(open(person("Kusumaningrum Dewayani", Map.of())))).isEmpty();
    assertThat(duplicates.of(open(person("Kusumaningrum Dewayani", Map.of("nik", nik)))))
        .filteredOn(candidate -> candidate.score() == 1)
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.cases()).isEmpty());
  }

  @Test
  void the_same_person_takes_the_case_over_and_the_newer_row_is_kept() {
    String nik = Town.freshNik();
    var known = person("Pangestuti", Map.of("nik", nik));
    open(known);
    var newer = person("Pangestuti", Map.of("nik", nik));
    var number = open(newer);

    duplicates.same(number, newer.id(), known.id(), town.intake, Optional.empty());

    assertThat(cases.get(number).beneficiary()).isEqualTo(Beneficiary.person(known.id()));
    assertThat(people.get(newer.id()).sameAs()).contains(known.id());
    assertThat(duplicates.of(number)).isEmpty();
  }

  @Test
  void the_same_person_takes_the_place_in_the_household() {
    var known = person("Hardiningsih", Map.of());
    open(known);
    var head = person("Hardiningsih", Map.of());
    var household = households.create(head, town.intake);
    var number =
        cases.open(
            Field.SOCIAL_REHABILITATION,
            Beneficiary.family(household.id()),
            Town.request(),
            town.intake);
    assertThat(duplicates.of(number)).hasSize(1);

    duplicates.same(number, head.id(), known.id(), town.intake, Optional.empty());

    assertThat(households.get(household.id()).head()).map(Person::id).contains(known.id());
    assertThat(duplicates.of(number)).isEmpty();
  }

  @Test
  void different_people_are_not_shown_again() {
    open(person("Sulistyorini Handayani", Map.of()));
    var newer = person("Sulistyorini Handayani", Map.of());
    var number = open(newer);
    var candidate = duplicates.of(number).get(0);

    duplicates.different(
        number, newer.id(), candidate.candidateId(), town.intake, Optional.empty());

    assertThat(duplicates.of(number)).isEmpty();
    assertThat(cases.get(number).beneficiary()).isEqualTo(Beneficiary.person(newer.id()));
  }

  private void join(Household household, Person member) {
    households.put(household.id(), new HouseholdMember(member, Relation.CHILD, true, false, false));
  }

  private Person person(String name, Map<String, String> details) {
    Map<String, Object> values = new HashMap<>(details);
    values.put("fullName", name);
    return people.register(PersonDetails.from(values), town.intake);
  }

  private CaseNumber open(Person person) {
    return cases.open(
        Field.SOCIAL_REHABILITATION, Beneficiary.person(person.id()), Town.request(), town.intake);
  }
}
