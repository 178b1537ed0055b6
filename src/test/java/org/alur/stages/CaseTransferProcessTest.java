package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.casework.ClosureReason;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Rivals;
import org.alur.support.Scenario;
import org.alur.workload.CaseTransfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CaseTransferProcessTest extends ProcessScenarios {

  private static final String OLD = Crew.of(Role.CASEWORKER);
  private static final String NEW = OLD + "-2";
  private static final String THIRD = OLD + "-3";
  private static final String FAR = OLD + "-4";
  private static final String FAR_SUPERVISOR = Crew.of(Role.SUPERVISOR) + "-3";
  private static final Map<String, Object> INTRODUCED =
      Map.of("toldOn", "2026-01-05", "how", "VISIT", "summary", "She knows my number.");
  private static final Map<String, Object> YES = Map.of("decision", "ACCEPT");
  private static final Map<String, Object> NO =
      Map.of("decision", "DECLINE", "reason", "I know the family.");

  @Autowired CaseTransfers transfers;
  @Autowired AssignmentRules rules;
  @Autowired Timeline timeline;
  @Autowired AssignmentForms filler;
  @Autowired PlatformTransactionManager transactions;
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

  /** A caseworker in another office, whose team has a supervisor of its own. */
  private void farColleague(String supervisor) {
    for (var sql :
        new String[] {
          "INSERT INTO offices (id, agency_id, name, region_code, time_zone)"
              + " VALUES ('far-office', 'scene-agency', 'Kantor Jauh', '00.09', 'WIB')",
          "INSERT INTO teams (id, office_id, name) VALUES ('far-team', 'far-office', 'Tim Jauh')",
          "INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)"
              + " VALUES ('%s', 'Pekerja Jauh', 'far-office', 'STR-far', '2099-12-31')"
                  .formatted(FAR),
          "INSERT INTO worker_roles VALUES ('%s', 'CASEWORKER')".formatted(FAR),
          "INSERT INTO worker_teams VALUES ('%s', 'far-team', 'far-office')".formatted(FAR),
          "INSERT INTO workers (user_id, full_name, office_id)"
              + " VALUES ('%s', 'Penyelia Jauh', 'far-office')".formatted(FAR_SUPERVISOR),
          "INSERT INTO worker_roles VALUES ('%s', 'SUPERVISOR')".formatted(FAR_SUPERVISOR)
        }) {
      jdbc.sql(sql + " ON CONFLICT DO NOTHING").update();
    }
    jdbc.sql("UPDATE teams SET supervisor = :user WHERE id = 'far-team'")
        .param("user", supervisor)
        .update();
  }

  private Scenario transfer(CaseNumber number, boolean superiorAsked) {
    return transfer(number, superiorAsked, NEW);
  }

  private Scenario transfer(CaseNumber number, boolean superiorAsked, String to) {
    return transfer(number, superiorAsked ? Crew.of(Role.SUPERVISOR) : OLD, superiorAsked, to);
  }

  private Scenario transfer(CaseNumber number, String by, boolean superiorAsked, String to) {
    transfers.request(number, OLD, to, "I move to Bandung.", "Visits on Mondays.", by);
    return scenarios
        .process("case-transfer", number, Map.of("superiorAsked", superiorAsked))
        .answering("approve-transfer", Map.of("decision", "AGREE"))
        .answering("agree-to-receive-case", Map.of("decision", "AGREE"))
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
    assertThat(told(number)).anyMatch(title -> title.endsWith("New caseworker introduced"));
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
  void what_the_head_of_the_agency_wants_the_supervisor_agrees_to_also_within_the_team() {
    var number = aCase();
    var scenario = transfer(number, Crew.of(Role.AGENCY_HEAD), true, NEW).runs();

    assertThat(scenario.forms())
        .containsExactly("agree-to-receive-case", "accept-case", "introduce-caseworker");
    assertThat(scenario.asked())
        .extracting(Scenario.Asked::user)
        .containsExactly(Crew.of(Role.SUPERVISOR), NEW, NEW);
    assertThat(lead(number)).contains(NEW);
  }

  @Test
  void what_the_head_of_the_agency_wants_the_supervisor_may_decline() {
    var number = aCase();
    transfer(number, Crew.of(Role.AGENCY_HEAD), true, NEW)
        .answering("agree-to-receive-case", Map.of("decision", "DECLINE", "reason", "Too many."))
        .answering("choose-other-caseworker", Map.of("decision", "LEAVE", "reason", "Too many."))
        .runs();

    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isEmpty();
  }

  @Test
  void the_supervisors_of_both_agree() {
    var number = aCase();
    farColleague(FAR_SUPERVISOR);
    var scenario = transfer(number, false, FAR).runs();

    assertThat(scenario.asked())
        .extracting(Scenario.Asked::user)
        .containsExactly(Crew.of(Role.SUPERVISOR), FAR_SUPERVISOR, FAR, FAR);
    assertThat(lead(number)).contains(FAR);
    assertThat(cases.get(number).officeId()).contains("far-office");
    assertThat(timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 100))
        .anyMatch(
            entry ->
                entry.title().equals("Team: Tim Jauh")
                    && entry
                        .text()
                        .equals(Optional.of("The case moved from Kantor to Kantor Jauh.")));
  }

  @Test
  void the_other_supervisor_agrees_also_if_the_supervisor_asked() {
    var number = aCase();
    farColleague(FAR_SUPERVISOR);
    var scenario = transfer(number, true, FAR).runsUntil("agree-to-receive-case");

    assertThat(lead(number)).contains(OLD);
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.SUPERVISOR), "agree-to-receive-case", Map.of("decision", "AGREE")))
        .hasMessageContaining("Only '" + FAR_SUPERVISOR + "' was asked");
    scenario.runs();
    assertThat(lead(number)).contains(FAR);
  }

  @Test
  void one_agreement_is_enough_if_one_person_supervises_both() {
    var number = aCase();
    farColleague(Crew.of(Role.SUPERVISOR));

    assertThat(transfer(number, false, FAR).runs().forms())
        .containsExactly("approve-transfer", "accept-case", "introduce-caseworker");
    assertThat(lead(number)).contains(FAR);
  }

  @Test
  void one_agreement_is_enough_from_whoever_stands_in_for_the_other_supervisor() {
    var number = aCase();
    farColleague(FAR_SUPERVISOR);
    absent(FAR_SUPERVISOR, Crew.of(Role.SUPERVISOR));
    try {
      assertThat(transfer(number, true, FAR).runs().forms())
          .containsExactly("accept-case", "introduce-caseworker");
    } finally {
      jdbc.sql("DELETE FROM absences WHERE user_id = :user").param("user", FAR_SUPERVISOR).update();
    }
  }

  private void absent(String user, String deputy) {
    jdbc.sql(
            "INSERT INTO absences (user_id, first_day, last_day, deputy)"
                + " VALUES (:user, '2020-01-01', '2099-12-31', :deputy)")
        .param("user", user)
        .param("deputy", deputy)
        .update();
  }

  @Test
  void nobody_agrees_to_receive_what_they_asked_to_give_away() {
    // Who gives the case away supervises the team that is to have it.
    var number = aCase();
    farColleague(FAR_SUPERVISOR);
    jdbc.sql("INSERT INTO worker_roles VALUES (:user, 'SUPERVISOR') ON CONFLICT DO NOTHING")
        .param("user", OLD)
        .update();
    try {
      jdbc.sql("UPDATE teams SET supervisor = :user WHERE id = 'far-team'")
          .param("user", OLD)
          .update();
      assertThat(transfer(number, false, FAR).runs().asked())
          .extracting(Scenario.Asked::user)
          .containsExactly(Crew.of(Role.SUPERVISOR), FAR, FAR);
    } finally {
      farColleague(FAR_SUPERVISOR);
      jdbc.sql("DELETE FROM worker_roles WHERE user_id = :user AND role = 'SUPERVISOR'")
          .param("user", OLD)
          .update();
    }
  }

  @Test
  void if_the_other_supervisor_has_no_room_somebody_else_is_asked() {
    var number = aCase();
    farColleague(FAR_SUPERVISOR);
    var scenario =
        transfer(number, true, FAR)
            .answering(
                "agree-to-receive-case",
                Map.of("decision", "DECLINE", "reason", "Two of us are ill."))
            .answering(
                "choose-other-caseworker",
                Map.of("decision", "OTHER", "toUser", THIRD, "reason", "Has room."))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "agree-to-receive-case",
            "choose-other-caseworker",
            "accept-case",
            "introduce-caseworker");
    assertThat(lead(number)).contains(THIRD);
  }

  private List<String> told(CaseNumber number) {
    return timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
        .map(TimelineEntry::title)
        .toList();
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
  void a_transfer_ends_with_its_case() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("accept-case");
    cases.close(number, ClosureReason.MOVED, OLD);

    scenario.runs();

    assertThat(scenario.forms()).isEmpty();
    assertThat(scenario.isOver()).isTrue();
    assertThat(lead(number)).contains(OLD);
    assertThat(transfers.open(number)).isEmpty();
    assertThat(told(number))
        .anyMatch(title -> title.endsWith("ended: the case was closed before it was accepted"));
  }

  @Test
  void the_person_is_told_before_the_transfer_is_over_and_not_in_the_future() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("introduce-caseworker");

    assertThatThrownBy(
            () ->
                scenario.submits(
                    NEW,
                    "introduce-caseworker",
                    Map.of("toldOn", "2999-01-05", "how", "VISIT", "summary", "-")))
        .hasMessageContaining("still to come");
    assertThat(scenario.isOver()).isFalse();
  }

  @Test
  void of_two_approvals_at_once_one_counts() {
    var number = aCase();
    var scenario = transfer(number, false).runsUntil("approve-transfer");

    var late =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  scenario.submits(
                      Crew.of(Role.SUPERVISOR), "approve-transfer", Map.of("decision", "AGREE"));
                  var other =
                      CompletableFuture.runAsync(
                          () ->
                              scenario.submits(
                                  Crew.of(Role.SUPERVISOR),
                                  "approve-transfer",
                                  Map.of("decision", "LEAVE", "reason", "No.")));
                  Rivals.await(jdbc, 1);
                  return other;
                });

    assertThatThrownBy(late::join).hasMessageContaining("no longer open");
    assertThat(scenario.runs().forms()).containsExactly("accept-case", "introduce-caseworker");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM case_records"
                        + " WHERE case_number = :number AND form_id = 'approve-transfer'")
                .param("number", number.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void to_another_office_a_case_goes_by_transfer_only() {
    var number = aCase();
    farColleague(FAR_SUPERVISOR);

    assertThat(assignRefusals(number, NEW)).isEmpty();
    assertThat(assignRefusals(number, FAR))
        .contains("would move the case to another office (Kantor Jauh)")
        .contains("Ask for a transfer");
    var form = filler.fill(context(number, "assign-caseworker")).toString();
    assertThat(form).contains("Only caseworkers of this office are listed").doesNotContain(FAR);
    assertThat(filler.fill(context(number, "request-transfer")).toString())
        .contains("of 500000, moves to Kantor Jauh");
  }

  private FormContext context(CaseNumber number, String form) {
    return new FormContext(
        form, Optional.of(number.value()), Optional.empty(), Map.of(), Crew.of(Role.SUPERVISOR));
  }

  private String assignRefusals(CaseNumber number, String lead) {
    var refusals = new Refusals();
    rules.check(
        new Submission(
            UUID.randomUUID(),
            context(number, "assign-caseworker"),
            Instant.EPOCH,
            Map.of("leadId", lead, "reason", "-")),
        refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).collect(Collectors.joining(" "));
  }

  @Test
  void nobody_is_introduced_in_a_case_that_has_ended() {
    var number = aCase();
    var scenario = transfer(number, true).runsUntil("introduce-caseworker");
    cases.close(number, ClosureReason.MOVED, OLD);

    scenario.runs();

    assertThat(scenario.forms()).containsExactly("accept-case");
    assertThat(lead(number)).contains(NEW);
    assertThat(told(number)).noneMatch(title -> title.contains("before it was accepted"));
  }

  @Test
  void only_the_caseworker_and_their_superiors_ask_and_only_once() {
    var number = aCase();

    assertThat(refusals(number, OLD)).isEmpty();
    assertThat(refusals(number, Crew.of(Role.SUPERVISOR))).isEmpty();
    assertThat(refusals(number, Crew.of(Role.AGENCY_HEAD))).isEmpty();
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
