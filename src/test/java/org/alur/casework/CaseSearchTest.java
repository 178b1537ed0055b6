package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
class CaseSearchTest {

  @Autowired CaseSearch search;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Households households;
  @Autowired RiskAssessments risks;
  @Autowired JdbcClient database;

  Town town;

  @BeforeEach
  void build() {
    town = new Town(database);
  }

  @Test
  void a_case_is_found_by_number_name_nik_and_village() {
    String nik = Town.freshNik();
    var person =
        people.register(
            PersonDetails.from(
                Map.of("fullName", "Nurhayati Kusumawardani", "nik", nik, "village", "Cibodas")),
            town.intake);
    var number = open(Beneficiary.person(person.id()));
    town.aCase(cases, people);

    for (String text :
        List.of(
            number.value(),
            number.value().toLowerCase(java.util.Locale.ROOT),
            nik,
            "nurhayati",
            "kusuma",
            "NURHAYATI",
            "Nurhayti Kusumawardani",
            "cibodas")) {
      assertThat(find(text)).as(text).containsExactly(number.value());
    }
    assertThat(find("0001014505900099")).isEmpty();
    assertThat(find("zzzz%")).isEmpty();
    assertThat(find("%")).isEmpty();
    assertThat(find("'; DROP TABLE cases; --")).isEmpty();
  }

  @Test
  void a_familys_case_is_found_by_each_member() {
    var mother = people.register(town.person("Sumiati"), town.intake);
    var child =
        people.register(PersonDetails.from(Map.of("fullName", "Galuh Prameswari")), town.intake);
    var household = households.create(mother, town.intake);
    households.put(household.id(), new HouseholdMember(child, Relation.CHILD, true, false, false));
    var number = open(Beneficiary.family(household.id()));

    assertThat(find("galuh")).containsExactly(number.value());
    var hit = page("galuh").items().get(0);
    assertThat(hit.name()).isEqualTo(mother.name());
    assertThat(hit.beneficiaryType()).isEqualTo(BeneficiaryType.FAMILY);
  }

  @Test
  void filters_narrow_the_list_and_pages_divide_it() {
    var mine = town.aCase(cases, people);
    for (int i = 0; i < CaseSearch.PAGE_SIZE; i++) {
      town.aCase(cases, people);
    }
    cases.assignLead(mine, town.lead, town.supervisor);
    cases.enter(mine, CaseStage.ASSESSMENT);
    risks.raise(mine, RiskLevel.HIGH, "Threats", town.lead, Optional.empty());

    var all = find(query(Optional.empty(), Optional.empty(), Optional.empty(), false, 0));
    assertThat(all.total()).isEqualTo(CaseSearch.PAGE_SIZE + 1);
    assertThat(all.items()).hasSize(CaseSearch.PAGE_SIZE);
    assertThat(find(query(Optional.empty(), Optional.empty(), Optional.empty(), false, 1)).items())
        .hasSize(1);
    for (var query :
        List.of(
            query(Optional.of(CaseStage.ASSESSMENT), Optional.empty(), Optional.empty(), false, 0),
            query(Optional.empty(), Optional.of(RiskLevel.HIGH), Optional.empty(), false, 0),
            query(Optional.empty(), Optional.empty(), Optional.empty(), true, 0))) {
      assertThat(find(query).items())
          .singleElement()
          .satisfies(hit -> assertThat(hit.number()).isEqualTo(mine));
    }
    assertThat(
            find(query(Optional.empty(), Optional.empty(), Optional.of(CaseState.CLOSED), false, 0))
                .items())
        .isEmpty();
  }

  private CaseSearch.Query query(
      Optional<CaseStage> stage,
      Optional<RiskLevel> risk,
      Optional<CaseState> state,
      boolean mine,
      int page) {
    return new CaseSearch.Query(Optional.empty(), state, stage, risk, Optional.empty(), mine, page);
  }

  private CaseSearch.Page find(CaseSearch.Query query) {
    return search.find(query, town.lead);
  }

  private CaseSearch.Page page(String text) {
    return find(
        new CaseSearch.Query(
            Optional.of(text),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            0));
  }

  private List<String> find(String text) {
    return page(text).items().stream().map(hit -> hit.number().value()).toList();
  }

  private CaseNumber open(Beneficiary beneficiary) {
    return cases.open(Field.SOCIAL_REHABILITATION, beneficiary, Town.request(), town.intake);
  }
}
