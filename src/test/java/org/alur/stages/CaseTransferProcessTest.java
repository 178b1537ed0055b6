package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.alur.workload.CaseTransfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseTransferProcessTest extends ProcessScenarios {

  private static final String OLD = Crew.of(Role.CASEWORKER);
  private static final String NEW = OLD + "-2";
  private static final String THIRD = OLD + "-3";
  private static final Map<String, Object> INTRODUCED =
      Map.of("toldOn", "2026-01-05", "how", "VISIT", "summary", "She knows my number.");
  private static final Map<String, Object> YES = Map.of("decision", "ACCEPT");
  private static final Map<String, Object> NO =
      Map.of("decision", "DECLINE", "reason", "I know the family.");

  @Autowired CaseTransfers transfers;
  @Autowired AssignmentRules rules;
  @Autowired JdbcClient jdbc;

  CaseTransferProcessTest() {
    super("case-transfer");
  }

  private CaseNumber aCase() {
    var number = scenarios.aCase();
    colleague(NEW);
    colleague(THIRD);
    return number;
  }

  private void colleague(String user) {
    for (var sql :
        new String[] {
          "INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)"
              + " VALUES ('%s', 'Pekerja', 'scene-office', 'STR-%1$s', '2099-12-31')",
          "INSERT INTO worker_roles VALUES ('%s', 'CASEWORKER')",
          "INSERT INTO worker_teams VALUES ('%s', 'scene-team', 'scene-office')"
        }) {
      jdbc.sql(sql.formatted(user) + " ON CONFLICT DO NOTHING").update();
    }
  }

  private Scenario transfer(CaseNumber number, boolean supervisorAsked) {
    var by = supervisorAsked ? Crew.of(Role.SUPERVISOR) : OLD;
    transfers.request(number, OLD, NEW, "I move to Bandung.", "Visits on Mondays.", by);
    return scenarios
        .process("case-transfer", number, Map.of("supervisorAsked", supervisorAsked))
        .answering("approve-transfer", Map.of("decision", "AGREE"))
        .answering("accept-case", YES)
        .answering("introduce-caseworker", INTRODUCED);
  }

  private Optional<String> lead(CaseNumber number) {
    return cases.get(number).lead();
  }

  @Test
  void the_old_caseworker_is_responsible_until_the_new_one_accepts() {
    var number = aCase();
    var scenario = transfer(number, false).runsUntil("accept-case");
    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isPresent();

    scenario.runs();

    assertThat(lead(number)).contains(NEW);
    assertThat(transfers.open(number)).isEmpty();
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::user)
        .containsExactly(Crew.of(Role.SUPERVISOR), NEW, NEW);
    assertThat(
            jdbc.sql("SELECT how FROM lead_decisions WHERE case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .list())
        .contains("TRANSFER");
  }

  @Test
  void who_supervises_and_asks_need_not_agree() {
    var number = aCase();

    assertThat(transfer(number, true).runs().forms())
        .containsExactly("accept-case", "introduce-caseworker");
    assertThat(lead(number)).contains(NEW);
  }

  @Test
  void without_the_supervisor_the_case_stays() {
    var number = aCase();
    transfer(number, false)
        .answering("approve-transfer", Map.of("decision", "LEAVE", "reason", "Wait for March."))
        .runs();

    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isEmpty();
  }

  @Test
  void who_declines_is_not_responsible_and_somebody_else_is_asked() {
    var number = aCase();
    var scenario =
        transfer(number, true)
            .answering("accept-case", NO, YES)
            .answering(
                "choose-other-caseworker",
                Map.of("decision", "OTHER", "toUser", THIRD, "reason", "Has room."))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "accept-case", "choose-other-caseworker", "accept-case", "introduce-caseworker");
    assertThat(lead(number)).contains(THIRD);
  }

  @Test
  void silence_never_moves_a_case() {
    var number = aCase();
    transfer(number, true).leaving("accept-case").runs();

    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isPresent();
  }

  @Test
  void the_case_stays_if_nobody_else_is_asked() {
    var number = aCase();
    transfer(number, true)
        .answering("accept-case", NO)
        .answering(
            "choose-other-caseworker", Map.of("decision", "LEAVE", "reason", "Nobody has time."))
        .runs();

    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isEmpty();
  }

  @Test
  void nobody_but_the_one_who_was_asked_accepts() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("accept-case");

    assertThatThrownBy(() -> scenario.submits(THIRD, "accept-case", YES))
        .hasMessageContaining("Only '" + NEW + "' was asked");
    assertThat(lead(number)).contains(OLD);
  }

  @Test
  void an_offer_of_somebody_who_does_not_lead_the_case_any_more_is_not_accepted() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("accept-case");
    cases.assignLead(number, THIRD, Crew.of(Role.SUPERVISOR));

    assertThatThrownBy(() -> scenario.submits(NEW, "accept-case", YES))
        .hasMessageContaining("does not lead it any more");
    assertThat(lead(number)).contains(THIRD);
  }

  @Test
  void a_case_that_ended_meanwhile_needs_nobody() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("accept-case");
    cases.close(number, ClosureReason.MOVED, OLD);

    scenario.runs();

    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isEmpty();
  }

  @Test
  void only_the_caseworker_and_the_supervisor_ask_and_only_once() {
    var number = aCase();

    assertThat(refusals(number, OLD)).isEmpty();
    assertThat(refusals(number, Crew.of(Role.SUPERVISOR))).isEmpty();
    assertThat(refusals(number, THIRD)).contains("Only the caseworker of the case");
    transfers.request(number, OLD, NEW, "-", "-", OLD);
    assertThat(refusals(number, OLD)).contains("under way already");
  }

  private String refusals(CaseNumber number, String by) {
    var refusals = new Refusals();
    var context =
        new FormContext(
            "request-transfer", Optional.of(number.value()), Optional.empty(), Map.of(), by);
    rules.check(
        new Submission(
            UUID.randomUUID(),
            context,
            Instant.EPOCH,
            Map.of("toUser", NEW, "reason", "-", "summary", "-")),
        refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).collect(Collectors.joining(" "));
  }
}
