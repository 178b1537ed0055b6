package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.RiskLevel;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.alur.support.Rivals;
import org.alur.support.Visitor;
import org.alur.workload.CaseloadTransfers.Chosen;
import org.alur.workload.CaseloadTransfers.Confirmation;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlurTest
class CaseloadTransfersTest {

  @LocalServerPort int port;
  @Autowired CaseloadTransfers caseloadTransfers;
  @Autowired CaseTransfers transfers;
  @Autowired Caseloads caseloads;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired OneTeam team;

  private String budi = "";

  @BeforeEach
  void a_team_and_real_limits() {
    team.begin();
    team.run("UPDATE caseload_limits SET soft = 25, hard = 30");
    budi = team.user("budi");
  }

  @AfterEach
  void the_limits_of_all_tests() {
    caseloads.keepLimits();
  }

  private <T> T as(String user, String role, Callable<T> action) {
    engine.getIdentityService().setAuthentication(user, List.of(role));
    try {
      return action.call();
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception cause) {
      throw new IllegalStateException(cause);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private CaseloadPreview preview(String lead) {
    return caseloadTransfers.preview(lead, budi);
  }

  private UUID confirm(String lead, String version, List<Chosen> chosen) {
    return confirm(budi, "supervisor", lead, version, chosen);
  }

  private UUID confirm(String by, String role, String lead, String version, List<Chosen> chosen) {
    return as(
        by,
        role,
        () ->
            caseloadTransfers.request(
                lead, new Confirmation("Moves to Bandung.", version, chosen), by));
  }

  private static List<Chosen> asProposed(CaseloadPreview preview) {
    return preview.rows().stream()
        .filter(row -> row.proposed().isPresent())
        .map(row -> new Chosen(row.number().value(), row.proposed().get(), row.summary()))
        .toList();
  }

  private void refused(String sentence, String lead, String version, List<Chosen> chosen) {
    assertThatThrownBy(() -> confirm(lead, version, chosen))
        .isInstanceOf(CaseloadTransferRefused.class)
        .hasMessageContaining(sentence);
    assertThat(openTransfersOf(lead)).isZero();
  }

  private long openTransfersOf(String lead) {
    return jdbc.sql(
            "SELECT count(*) FROM case_transfers WHERE from_user = :lead AND status = 'OPEN'")
        .param("lead", lead)
        .query(Long.class)
        .single();
  }

  private List<Task> tasks(CaseNumber number) {
    return Platform.call(
        () ->
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("case-transfer")
                .unlimitedList());
  }

  private void answer(CaseNumber number, String user, Map<String, Object> said) {
    answer(number, user, "caseworker", said);
  }

  private void answer(CaseNumber number, String user, String role, Map<String, Object> said) {
    as(
        user,
        role,
        () -> {
          engine.getFormService().submitTaskForm(tasks(number).get(0).getId(), said);
          return true;
        });
  }

  @Test
  void the_heaviest_are_placed_first_and_what_was_proposed_counts_for_the_next() {
    var leaving = team.caseworker("leaving", 3);
    var heavy = team.aCase(RiskLevel.HIGH, Map.of("birthDate", "1990-05-05"));
    cases.assignLead(heavy, leaving, budi);
    var one = team.caseworker("one", 22);
    var two = team.caseworker("two", 23);

    var rows = preview(leaving).rows();

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).number()).isEqualTo(heavy);
    assertThat(rows.get(0).weight()).isEqualByComparingTo("2");
    assertThat(rows)
        .extracting(row -> row.proposed().orElseThrow())
        .containsExactly(one, two, one, two);
    assertThat(rows.get(0).why()).contains("smaller caseload: 22");
    assertThat(rows.get(3).why()).contains("The only caseworker who can take the case now.");
    assertThat(rows.get(3).choices()).hasSize(2);
  }

  @Test
  void nobody_with_an_obstacle_is_proposed_and_what_nobody_can_take_is_said() {
    var leaving = team.caseworker("leaving", 1);
    var related = team.caseworker("related");
    var expired = team.caseworker("expired");
    var full = team.caseworker("full", 30);
    team.run("UPDATE workers SET str_valid_until = '2020-01-01' WHERE user_id = '%s'", expired);
    var number = preview(leaving).rows().get(0).number();
    assertThat(preview(leaving).rows().get(0).proposed()).contains(related);
    team.run(
        "INSERT INTO conflicts_of_interest VALUES ('%s', '%s', 'Her aunt', '%2$s', now())",
        number, related);

    var row = preview(leaving).rows().get(0);

    assertThat(row.proposed()).isEmpty();
    assertThat(row.why())
        .isEqualTo(
            "Nobody of the agency can take this case now: 3 considered, all with an obstacle."
                + " It stays where it is.");
    assertThat(row.choices()).isEmpty();
    refused(
        "choose somebody of the list",
        leaving,
        preview(leaving).version(),
        List.of(new Chosen(number.value(), full, "-")));
  }

  @Test
  void beyond_the_soft_limit_the_supervisor_is_told_so() {
    var leaving = team.caseworker("leaving", 1);
    var busy = team.caseworker("busy", 25);

    var row = preview(leaving).rows().get(0);

    assertThat(row.proposed()).contains(busy);
    assertThat(row.why()).startsWith("Only beyond the soft limit of 25:");
  }

  @Test
  void each_case_stays_until_it_is_accepted_and_everybody_sees_how_far_it_is() {
    var leaving = team.caseworker("leaving", 2);
    var next = team.caseworker("next");
    var preview = preview(leaving);
    var first = preview.rows().get(0).number();
    var second = preview.rows().get(1).number();

    var id = confirm(leaving, preview.version(), asProposed(preview));

    assertThat(cases.get(first).lead()).contains(leaving);
    assertThat(tasks(first)).extracting(Task::getAssignee).containsExactly(next);
    assertThat(preview(leaving).rows()).allMatch(CaseloadPreview.Row::underWay);
    assertThat(progressOf(id).accepted()).isZero();
    assertThat(progressOf(id).open()).isEqualTo(2);

    answer(first, next, Map.of("decision", "ACCEPT"));
    assertThat(cases.get(first).lead()).contains(next);
    assertThat(cases.get(second).lead()).contains(leaving);
    answer(second, next, Map.of("decision", "DECLINE", "reason", "I know the family."));
    assertThat(cases.get(second).lead()).contains(leaving);

    assertThat(progressOf(id).all()).isEqualTo(2);
    assertThat(progressOf(id).accepted()).isEqualTo(1);
    assertThat(progressOf(id).open()).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM case_records"
                        + " WHERE case_number = :number AND form_id = 'request-transfer'")
                .param("number", first.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private CaseloadTransfers.Progress progressOf(UUID id) {
    return caseloadTransfers.progress(budi).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_has_left_already_is_named_until_somebody_has_accepted() {
    var leaving = team.caseworker("leaving", 1);
    var next = team.caseworker("next");
    team.run("UPDATE workers SET active = false WHERE user_id = '%s'", leaving);
    assertThat(caseloadTransfers.carriers(budi))
        .filteredOn(each -> each.userId().equals(leaving))
        .singleElement()
        .matches(each -> !each.active() && each.cases() == 1);
    var preview = preview(leaving);
    var number = preview.rows().get(0).number();

    confirm(leaving, preview.version(), asProposed(preview));
    assertThat(cases.get(number).lead()).contains(leaving);
    answer(number, next, Map.of("decision", "ACCEPT"));

    assertThat(cases.get(number).lead()).contains(next);
  }

  @Test
  void what_has_changed_since_the_preview_is_said_and_nothing_is_handed_over() {
    var leaving = team.caseworker("leaving", 2);
    var next = team.caseworker("next");
    var preview = preview(leaving);
    team.run("UPDATE workers SET active = false WHERE user_id = '%s'", next);

    refused("Something has changed", leaving, preview.version(), asProposed(preview));
  }

  @Test
  void one_wrong_case_keeps_back_all() {
    var leaving = team.caseworker("leaving", 2);
    team.caseworker("next");
    var preview = preview(leaving);
    var good = asProposed(preview).get(0);
    var other = preview.rows().get(1).number().value();
    var version = preview.version();

    refused("choose somebody", leaving, version, List.of(good, new Chosen(other, budi, "-")));
    refused(
        "what the next", leaving, version, List.of(good, new Chosen(other, good.toUser(), " ")));
    refused("named twice", leaving, version, List.of(good, good));
    refused(
        "not among the cases",
        leaving,
        version,
        List.of(good, new Chosen("SR-2020-999999", good.toUser(), "-")));
    refused("at least one case", leaving, version, List.of());
    assertThatThrownBy(
            () ->
                caseloadTransfers.request(
                    leaving, new Confirmation(" ", version, List.of(good)), budi))
        .hasMessageContaining("Say why");
  }

  @Test
  void nobody_is_given_more_than_the_hard_limit_taken_together() {
    var leaving = team.caseworker("leaving", 2);
    var almost = team.caseworker("almost", 29);
    team.caseworker("other", 25);
    var preview = preview(leaving);
    var both =
        preview.rows().stream()
            .map(row -> new Chosen(row.number().value(), almost, row.summary()))
            .toList();

    refused("cannot take all that", leaving, preview.version(), both);
    confirm(leaving, preview.version(), both.subList(0, 1));
    assertThat(openTransfersOf(leaving)).isEqualTo(1);
  }

  @Test
  void of_two_confirmations_at_once_one_counts() {
    var leaving = team.caseworker("leaving", 2);
    team.caseworker("next");
    var preview = preview(leaving);

    var both =
        transaction.execute(
            status -> {
              caseloads.lock(leaving);
              var asked =
                  Stream.of(1, 2)
                      .map(
                          each ->
                              CompletableFuture.supplyAsync(
                                  () -> confirm(leaving, preview.version(), asProposed(preview))))
                      .toList();
              Rivals.await(jdbc, 2);
              return asked;
            });

    assertThat(both.stream().map(CaseloadTransfersTest::outcome).toList())
        .containsExactlyInAnyOrder("asked", "refused");
    assertThat(openTransfersOf(leaving)).isEqualTo(2);
  }

  private static String outcome(CompletableFuture<UUID> asked) {
    try {
      asked.join();
      return "asked";
    } catch (CompletionException refused) {
      assertThat(refused.getCause())
          .isInstanceOf(CaseloadTransferRefused.class)
          .hasMessageContaining("Something has changed");
      return "refused";
    }
  }

  @Test
  void nobody_hands_over_cases_that_others_supervise() {
    var leaving = team.caseworker("leaving", 1);
    team.begin();

    assertThatThrownBy(() -> caseloadTransfers.preview(leaving, team.user("budi")))
        .isInstanceOf(CaseloadTransferRefused.class)
        .hasMessageContaining("None of the open cases of this caseworker are yours to hand over.");
    assertThat(caseloadTransfers.carriers(team.user("budi"))).isEmpty();
  }

  @Test
  void the_head_of_the_agency_hands_over_what_the_supervisor_then_agrees_to() {
    var leaving = team.caseworker("leaving", 2);
    var next = team.caseworker("next");
    var head = team.head();
    assertThat(caseloadTransfers.carriers(head))
        .singleElement()
        .matches(each -> each.userId().equals(leaving) && each.cases() == 2);
    var preview = caseloadTransfers.preview(leaving, head);
    var number = preview.rows().get(0).number();

    var id = confirm(head, "agency-head", leaving, preview.version(), asProposed(preview));

    assertThat(tasks(number)).extracting(Task::getAssignee).containsExactly(budi);
    answer(number, budi, "supervisor", Map.of("decision", "AGREE"));
    assertThat(cases.get(number).lead()).contains(leaving);
    assertThat(tasks(number)).extracting(Task::getAssignee).containsExactly(next);
    answer(number, next, Map.of("decision", "ACCEPT"));
    assertThat(cases.get(number).lead()).contains(next);
    for (var user : List.of(head, budi)) {
      assertThat(caseloadTransfers.progress(user))
          .filteredOn(each -> each.id().equals(id))
          .singleElement()
          .matches(each -> each.accepted() == 1 && each.open() == 1);
    }
  }

  @Test
  void the_head_hands_over_neither_sealed_cases_nor_the_heads_own() {
    var leaving = team.caseworker("leaving", 2);
    team.caseworker("next");
    var head = team.head();
    var sealed = caseloadTransfers.preview(leaving, head).rows().get(0).number();
    cases.seal(sealed, "Safe house", budi);

    var preview = caseloadTransfers.preview(leaving, head);
    assertThat(preview.rows()).hasSize(1).noneMatch(row -> row.number().equals(sealed));
    assertThat(preview.hidden()).isEqualTo(1);
    assertThat(caseloadTransfers.carriers(head)).singleElement().matches(each -> each.cases() == 1);
    assertThat(preview(leaving).rows()).hasSize(2);

    team.run("INSERT INTO worker_roles VALUES ('%s', 'CASEWORKER')", head);
    cases.assignLead(preview.rows().get(0).number(), head, budi);
    assertThatThrownBy(() -> caseloadTransfers.preview(head, head))
        .hasMessageContaining("yours to hand over");
  }

  @Test
  void heads_of_other_agencies_and_caseworkers_hand_nothing_over() {
    var elsewhere = team.head();
    team.begin();
    var leaving = team.caseworker("leaving", 1);
    var next = team.caseworker("next");
    var preview = caseloadTransfers.preview(leaving, team.head());

    for (var user : List.of(elsewhere, next)) {
      assertThat(caseloadTransfers.carriers(user)).isEmpty();
      assertThatThrownBy(() -> caseloadTransfers.preview(leaving, user))
          .isInstanceOf(CaseloadTransferRefused.class)
          .hasMessageContaining("yours to hand over");
      assertThatThrownBy(
              () -> confirm(user, "agency-head", leaving, preview.version(), asProposed(preview)))
          .isInstanceOf(CaseloadTransferRefused.class)
          .hasMessageContaining("yours to hand over");
    }
    assertThat(openTransfersOf(leaving)).isZero();
  }

  @Test
  void only_superiors_ask_for_it() {
    var sari = Visitor.program(port, "sari", "sari").get("/api/caseloads");
    assertThat(sari.statusCode()).isEqualTo(403);
    assertThat(sari.body())
        .contains("Only a supervisor or the head of the agency hands a caseload over");

    for (var superior : List.of("budi", "hasan")) {
      var visitor = Visitor.program(port, superior, superior);
      assertThat(visitor.get("/api/caseloads").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/api/caseloads/transfers").statusCode()).isEqualTo(200);
    }
  }
}
