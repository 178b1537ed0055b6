package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class CaseReadersTest {

  @Autowired CaseReaders access;
  @Autowired CaseSearch search;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    number = town.aCase(cases, people);
  }

  @Test
  void until_hand_over_intake_and_the_team_see_a_case() {
    assertThat(whoSees())
        .containsExactlyInAnyOrder(
            town.intake, town.lead, town.colleague, town.supervisor, town.head, town.auditor);
  }

  @Test
  void after_hand_over_intake_no_longer_sees_it() {
    cases.assignLead(number, town.lead, town.supervisor);

    assertThat(whoSees())
        .containsExactlyInAnyOrder(
            town.lead, town.colleague, town.supervisor, town.head, town.auditor);
  }

  @Test
  void a_case_that_moved_to_another_team_is_no_longer_the_first_teams() {
    cases.assignLead(number, town.stranger, town.supervisor);

    assertThat(whoSees()).containsExactlyInAnyOrder(town.stranger, town.head, town.auditor);
  }

  @Test
  void a_sealed_case_is_for_the_lead_the_supervisor_and_whoever_was_named() {
    cases.assignLead(number, town.lead, town.supervisor);
    cases.seal(number, "Sexual violence", town.supervisor);
    assertThat(whoSees()).containsExactlyInAnyOrder(town.lead, town.supervisor);

    var until = clock.instant().plus(Duration.ofHours(4));
    access.grant(number, town.stranger, "Accompanies the child", until, town.supervisor);
    assertThat(whoSees()).containsExactlyInAnyOrder(town.lead, town.supervisor, town.stranger);

    database
        .sql("UPDATE case_access_grants SET revoked_at = granted_at WHERE case_number = :n")
        .param("n", number.value())
        .update();
    assertThat(whoSees()).containsExactlyInAnyOrder(town.lead, town.supervisor);
  }

  @Test
  void an_auditor_reads_and_does_nothing_else() {
    assertThat(access.maySee(town.auditor, number)).isTrue();
    assertThat(access.mayWorkOn(town.auditor, number)).isFalse();
    assertThat(access.mayWorkOn(town.lead, number)).isTrue();
  }

  @Test
  void who_has_left_sees_nothing() {
    cases.assignLead(number, town.lead, town.supervisor);
    database
        .sql("UPDATE workers SET active = false WHERE user_id = :u")
        .param("u", town.lead)
        .update();

    assertThat(access.maySee(town.lead, number)).isFalse();
  }

  @Test
  void a_case_that_does_not_exist_and_one_that_is_hidden_are_refused_in_the_same_words() {
    var missing = new CaseNumber("SR-1999-000001");

    assertThatThrownBy(() -> access.check(town.stranger, number))
        .isInstanceOf(CaseNotFound.class)
        .hasMessage(new CaseNotFound(number.value()).getMessage());
    assertThatThrownBy(() -> access.check(town.lead, missing)).isInstanceOf(CaseNotFound.class);
  }

  private Set<String> whoSees() {
    var seen =
        town.everybody().stream()
            .filter(user -> access.maySee(user, number))
            .collect(Collectors.toSet());
    var listed =
        town.everybody().stream()
            .filter(
                user ->
                    search
                            .find(
                                new CaseSearch.Query(
                                    Optional.of(number.value()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    0),
                                user)
                            .items()
                            .size()
                        == 1)
            .collect(Collectors.toSet());
    assertThat(listed).as("the list and the case page agree").isEqualTo(seen);
    return seen;
  }
}
