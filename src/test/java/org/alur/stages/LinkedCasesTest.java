package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One beneficiary, cases in several fields: linked, and nobody registered twice. */
@AlurTest
class LinkedCasesTest {

  @Autowired Scenarios scenarios;
  @Autowired Cases cases;
  @Autowired JdbcClient database;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private Scenario request(Field field) {
    String name = "Orang " + UUID.randomUUID();
    return scenarios
        .request(field, Map.of("beneficiaryName", name))
        .answering(
            "register-beneficiary",
            but(
                "register-beneficiary",
                Map.of(
                    "fullName",
                    name,
                    "household",
                    List.of(
                        Map.of(
                            "fullName",
                            "Anak dari " + name,
                            "relation",
                            "CHILD",
                            "livesIn",
                            true)))));
  }

  private List<CaseNumber> linkedTo(CaseNumber number) {
    return database
        .sql(
            """
            SELECT case_number FROM case_links
            WHERE linked_number = :number AND kind = 'OTHER_FIELD' ORDER BY 1
            """)
        .param("number", number.value())
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }

  private long people() {
    return database.sql("SELECT count(*) FROM persons").query(Long.class).single();
  }

  @Test
  void intake_opens_cases_in_other_fields_for_the_same_person() {
    var scenario =
        request(Field.SOCIAL_PROTECTION)
            .answering(
                "check-eligibility",
                but(
                    "check-eligibility",
                    Map.of("alsoOpenIn", List.of("social-security", "social-empowerment"))))
            .runsUntil("hand-over-case");
    long before = people();

    scenario.runsUntil("make-first-contact");

    var linked = linkedTo(scenario.number());
    assertThat(linked)
        .extracting(CaseNumber::field)
        .containsExactly(Field.SOCIAL_EMPOWERMENT, Field.SOCIAL_SECURITY);
    assertThat(linked)
        .allSatisfy(
            number ->
                assertThat(cases.get(number).beneficiary())
                    .isEqualTo(cases.get(scenario.number()).beneficiary()));
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
    assertThat(people()).as("nobody is registered twice").isEqualTo(before);
  }

  @Test
  void the_linked_case_goes_through_intake_of_its_own_with_the_people_who_are_known() {
    var scenario =
        request(Field.SOCIAL_PROTECTION)
            .answering(
                "check-eligibility",
                but("check-eligibility", Map.of("alsoOpenIn", List.of("social-security"))))
            .runsUntil("make-first-contact");
    var linked = linkedTo(scenario.number()).get(0);
    long before = people();
    long households = households();

    var second =
        scenarios
            .resume(linked)
            .answering(
                "register-beneficiary",
                but(
                    "register-beneficiary",
                    Map.of(
                        "fullName",
                        nameOf(linked),
                        "household",
                        List.of(
                            Map.of(
                                "fullName",
                                "Anak dari " + nameOf(linked),
                                "relation",
                                "CHILD",
                                "livesIn",
                                true)))))
            .runsUntil("make-first-contact");

    assertThat(second.forms())
        .startsWith("register-beneficiary", "screen-risk")
        .doesNotContain("compare-duplicates");
    assertThat(people()).isEqualTo(before);
    assertThat(households()).isEqualTo(households);
  }

  private long households() {
    return database.sql("SELECT count(*) FROM households").query(Long.class).single();
  }

  private String nameOf(CaseNumber number) {
    return database
        .sql("SELECT full_name FROM persons p JOIN cases c ON c.person_id = p.id WHERE number = :n")
        .param("n", number.value())
        .query(String.class)
        .single();
  }

  @Test
  void the_wrong_field_rejects_the_case_and_opens_one_in_the_right_field() {
    var scenario =
        request(Field.SOCIAL_REHABILITATION)
            .answering(
                "check-eligibility",
                but(
                    "check-eligibility",
                    Map.of(
                        "fieldFits", false,
                        "betterField", "social-security",
                        "remarks", "He is eighty and alone.")))
            .answering(
                "explain-rejection",
                but("explain-rejection", Map.of("rejectionReason", "OTHER_FIELD")))
            .runsUntil("make-first-contact");

    var rejected = cases.get(scenario.number());
    assertThat(rejected.state()).isEqualTo(CaseState.REJECTED);
    assertThat(rejected.closureReason()).contains(ClosureReason.OTHER_FIELD);
    assertThat(linkedTo(scenario.number()))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.field()).isEqualTo(Field.SOCIAL_SECURITY);
              assertThat(cases.get(number).isOpen()).isTrue();
              assertThat(cases.get(number).beneficiary()).isEqualTo(rejected.beneficiary());
              assertThat(narrative(number))
                  .contains("From case " + scenario.number())
                  .contains("He is eighty and alone.")
                  .contains("She has no income");
            });
  }

  private String narrative(CaseNumber number) {
    return database
        .sql("SELECT narrative FROM case_requests WHERE case_number = :n")
        .param("n", number.value())
        .query(String.class)
        .single();
  }

  @Test
  void a_field_in_which_a_case_is_open_already_gets_no_second_one() {
    var first = request(Field.SOCIAL_PROTECTION).runsUntil("hand-over-case");
    var second =
        scenarios
            .request(
                Field.SOCIAL_SECURITY,
                Map.of(
                    "beneficiaryName", nameOf(first.number()),
                    "knownFromCase", first.number().value()))
            .answering(
                "register-beneficiary",
                but("register-beneficiary", Map.of("fullName", nameOf(first.number()))))
            .answering(
                "check-eligibility",
                but("check-eligibility", Map.of("alsoOpenIn", List.of("social-protection"))))
            .runsUntil("make-first-contact");

    assertThat(cases.get(second.number()).beneficiary())
        .isEqualTo(cases.get(first.number()).beneficiary());
    assertThat(linkedTo(first.number())).containsExactly(second.number());
    assertThat(linkedTo(second.number())).isEmpty();
  }

  @Test
  void the_own_field_and_the_better_one_are_not_offered_a_second_time() {
    var scenario = request(Field.SOCIAL_PROTECTION).runsUntil("check-eligibility");
    for (var field : List.of("social-protection", "nothing")) {
      assertThatThrownBy(
              () ->
                  scenario.submits(
                      "scene-intake-officer",
                      "check-eligibility",
                      but("check-eligibility", Map.of("alsoOpenIn", List.of(field)))))
          .hasMessageContaining("Also open a case in");
    }
  }

  @Test
  void a_request_names_only_a_case_that_exists_and_is_about_the_same_kind_of_beneficiary() {
    assertThatThrownBy(
            () ->
                scenarios.request(Field.SOCIAL_SECURITY, Map.of("knownFromCase", "SP-2020-999999")))
        .hasMessageContaining("There is no such case that you may see");
    var handedOver = request(Field.SOCIAL_PROTECTION).runsUntil("make-first-contact").number();
    assertThatThrownBy(
            () ->
                scenarios.request(
                    Field.SOCIAL_SECURITY, Map.of("knownFromCase", handedOver.value())))
        .as("of a case that intake no longer sees")
        .hasMessageContaining("There is no such case that you may see");
    var known = request(Field.SOCIAL_PROTECTION).number();
    assertThatThrownBy(
            () ->
                scenarios.request(
                    Field.SOCIAL_SECURITY,
                    Map.of("knownFromCase", known.value(), "beneficiaryType", "FAMILY")))
        .hasMessageContaining("That case is about a person");
  }
}
