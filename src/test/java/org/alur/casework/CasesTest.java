package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlurTest
class CasesTest {

  @Autowired Cases cases;
  @Autowired Episodes episodes;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  Town town;

  @BeforeEach
  void build() {
    town = new Town(database);
  }

  @Test
  void a_case_is_opened_in_the_office_and_team_of_who_took_the_request() {
    var found = cases.get(town.aCase(cases, people));

    assertThat(found.number().value()).matches("SR-\\d{4}-\\d{6}");
    assertThat(found.state()).isEqualTo(CaseState.OPEN);
    assertThat(found.stage()).isEqualTo(CaseStage.INTAKE);
    assertThat(found.officeId()).contains(town.office);
    assertThat(found.teamId()).contains(town.team);
    assertThat(found.riskLevel()).isEmpty();
    assertThat(found.lead()).isEmpty();
    assertThat(episodes.current(found.number())).isEqualTo(1);
  }

  @Test
  void twelve_people_who_open_cases_at_once_get_twelve_numbers_without_a_gap() throws Exception {
    var person = people.register(town.person("Siti"), town.intake);
    var pool = Executors.newFixedThreadPool(6);
    List<Callable<CaseNumber>> openings = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      openings.add(
          () ->
              cases.open(
                  Field.SOCIAL_EMPOWERMENT,
                  Beneficiary.person(person.id()),
                  Town.request(),
                  town.intake));
    }
    var numbers = new HashSet<String>();
    for (Future<CaseNumber> opened : pool.invokeAll(openings)) {
      numbers.add(opened.get().value());
    }
    pool.shutdown();

    assertThat(numbers).hasSize(60);
    var sorted = numbers.stream().sorted().toList();
    long first = Long.parseLong(sorted.get(0).substring(8));
    assertThat(Long.parseLong(sorted.get(59).substring(8))).isEqualTo(first + 59);
  }

  @Test
  void an_opening_that_fails_leaves_no_case_behind() {
    var person = people.register(town.person("Siti"), town.intake);
    var numbers = new ArrayList<CaseNumber>();

    transaction.executeWithoutResult(
        status -> {
          numbers.add(
              cases.open(
                  Field.SOCIAL_SECURITY,
                  Beneficiary.person(person.id()),
                  Town.request(),
                  town.intake));
          status.setRollbackOnly();
        });

    assertThat(cases.find(numbers.get(0))).isEmpty();
  }

  @Test
  void the_lead_brings_the_case_into_the_leads_team_and_ends_intakes_part() {
    var number = town.aCase(cases, people);

    cases.assignLead(number, town.stranger, town.supervisor);

    var found = cases.get(number);
    assertThat(found.lead()).contains(town.stranger);
    assertThat(found.teamId()).contains(town.otherTeam);
    assertThat(found.officeId()).contains(town.otherOffice);
    assertThat(found.handedOverAt()).isPresent();
  }

  @Test
  void only_an_active_caseworker_can_lead() {
    var number = town.aCase(cases, people);
    database
        .sql("UPDATE workers SET active = false WHERE user_id = :u")
        .param("u", town.lead)
        .update();

    for (String unfit : List.of(town.lead, town.intake, town.supervisor, "nobody")) {
      assertThatThrownBy(() -> cases.assignLead(number, unfit, town.supervisor))
          .hasMessageContaining("Only an active caseworker");
    }
  }

  @Test
  void a_closed_case_is_left_alone_until_it_is_reopened_as_a_new_episode() {
    var number = town.aCase(cases, people);
    cases.close(number, ClosureReason.GOALS_MET, "budi");

    assertThat(cases.get(number).stage()).isEqualTo(CaseStage.CLOSED);
    assertThatThrownBy(() -> cases.enter(number, CaseStage.ASSESSMENT))
        .isInstanceOf(CaseNotOpen.class);
    assertThatThrownBy(() -> cases.assignLead(number, town.lead, town.supervisor))
        .isInstanceOf(CaseNotOpen.class);
    assertThatThrownBy(() -> cases.close(number, ClosureReason.MOVED, "budi"))
        .isInstanceOf(CaseNotOpen.class);

    assertThat(cases.reopen(number, CaseStage.ASSESSMENT, "New violence", town.supervisor))
        .isEqualTo(2);
    assertThat(cases.get(number).isOpen()).isTrue();
    assertThatThrownBy(() -> cases.reopen(number, CaseStage.ASSESSMENT, "Again", town.supervisor))
        .hasMessageContaining("open already");
  }

  @Test
  void a_stage_is_entered_once_however_often_it_is_said() {
    var number = town.aCase(cases, people);

    cases.enter(number, CaseStage.ASSESSMENT);
    cases.enter(number, CaseStage.ASSESSMENT);

    assertThat(
            database
                .sql("SELECT count(*) FROM case_changes WHERE case_number = :n AND what = 'STAGE'")
                .param("n", number.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThatThrownBy(() -> cases.enter(number, CaseStage.CLOSED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_anonymous_reporter_stays_so() {
    var request =
        new CaseRequest(
            Channel.PHONE,
            Optional.of("Pak RT"),
            Optional.of("neighbour"),
            Optional.of("0812"),
            true,
            "Ada anak terlantar.");

    assertThat(request.reporterName()).isEmpty();
    assertThat(request.reporterPhone()).isEmpty();
  }
}
