package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.LeadNotFit;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.Timeline;
import org.alur.forms.ActionForms;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AlurTest
class CaseAssignmentsTest {

  @Autowired CaseAssignments assignments;
  @Autowired AssignmentViews views;
  @Autowired Caseloads caseloads;
  @Autowired Cases cases;
  @Autowired RiskAssessments risks;
  @Autowired Collectives collectives;
  @Autowired ActionForms forms;
  @Autowired Timeline timeline;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired OneTeam team;

  @BeforeEach
  void a_team_and_real_limits() {
    team.begin();
    team.run("UPDATE caseload_limits SET soft = 25, hard = 30");
  }

  @AfterEach
  void the_limits_of_all_tests() {
    caseloads.keepLimits();
  }

  private AssignmentView why(CaseNumber number) {
    return views.of(number, "").get(0);
  }

  @Test
  void the_one_who_fits_leads_the_case_and_everybody_can_see_why() {
    var quiet = team.caseworker("quiet");
    var fit = team.caseworker("fit", 2);
    team.run(
        "UPDATE workers SET languages = '{id,jv}', skills = '{child-protection}'"
            + " WHERE user_id = '%s'",
        fit);
    var number =
        team.aCase(RiskLevel.HIGH, Map.of("birthDate", "2020-05-05", "language", "Javanese"));

    assertThat(assignments.assignByRules(number)).contains(fit);

    assertThat(cases.get(number).lead()).contains(fit);
    assertThat(views.of(number, fit).get(0).you()).isTrue();
    var why = why(number);
    assertThat(why.you()).isFalse();
    assertThat(why.how()).isEqualTo(LeadDecision.How.RULES);
    assertThat(why.by()).isEmpty();
    assertThat(why.reason()).isEqualTo("Fits the case best: 15 points, the next has 8.");
    assertThat(why.weight()).isEqualByComparingTo(BigDecimal.valueOf(2));
    assertThat(why.neededSkill()).contains("child-protection");
    assertThat(why.candidates())
        .extracting(AssignmentView.CandidateView::userId)
        .containsExactly(fit, quiet);
    assertThat(why.candidates().get(0).caseload()).isEqualByComparingTo(BigDecimal.valueOf(2));
    assertThat(why.candidates().get(1).speaksLanguage()).isFalse();
  }

  @Test
  void of_two_who_fit_alike_the_one_with_less_work_leads_then_the_one_who_waited_longer() {
    var first = team.caseworker("first");
    var second = team.caseworker("second");

    var leads =
        Stream.generate(() -> assignments.assignByRules(team.aCase()).orElseThrow())
            .limit(6)
            .toList();

    assertThat(leads).containsExactly(first, second, first, second, first, second);
  }

  @Test
  void a_case_that_has_a_caseworker_keeps_them() {
    var lead = team.caseworker("lead", 3);
    team.caseworker("free");
    var number = team.aCase();
    cases.assignLead(number, lead, team.user("ida"));

    assertThat(assignments.assignByRules(number)).contains(lead);
    assertThat(views.of(number, lead)).isEmpty();
  }

  @Test
  void nobody_without_licence_or_with_a_conflict_of_interest_is_chosen() {
    var expired = team.caseworker("expired");
    team.run("UPDATE workers SET str_valid_until = '2020-01-01' WHERE user_id = '%s'", expired);
    var related = team.caseworker("related");
    var number = team.aCase();
    team.run(
        "INSERT INTO conflicts_of_interest VALUES ('%s', '%s', 'Her aunt', '%2$s', now())",
        number, related);

    assertThat(assignments.assignByRules(number)).isEmpty();
    assertThat(why(number).lead()).isEmpty();
    assertThat(why(number).reason()).contains("2 considered, all with an obstacle");
    assertThat(why(number).candidates())
        .extracting(AssignmentView.CandidateView::obstacle)
        .containsExactlyInAnyOrder(
            Optional.of("has no valid registration as a social worker (STR)"),
            Optional.of("is not available"));
    assertThatThrownBy(
            () ->
                assignments.override(
                    number, related, "Knows her", team.user("budi"), Optional.empty()))
        .isInstanceOf(LeadRefused.class)
        .hasMessageContaining("is not available");
  }

  @Test
  void a_conflict_of_interest_holds_for_other_cases_about_the_same_person() {
    var related = team.caseworker("related");
    var number = team.aCase();
    team.run(
        "INSERT INTO conflicts_of_interest VALUES ('%s', '%s', 'Her aunt', '%2$s', now())",
        number, related);
    var other = team.aCase();
    team.run(
        "UPDATE cases SET person_id = (SELECT person_id FROM cases WHERE number = '%s')"
            + " WHERE number = '%s'",
        number, other);

    assertThat(assignments.assignByRules(other)).isEmpty();
    assertThat(assignments.assignByRules(team.aCase())).contains(related);
  }

  @Test
  void with_a_full_team_the_case_waits_and_only_the_supervisor_gives_it_to_somebody() {
    var full = team.caseworker("full", 25);
    var number = team.aCase();

    assertThat(assignments.assignByRules(number)).isEmpty();

    var task = new OneTask(engine, cases, collectives).of(Role.CASEWORKER, number);
    assertThatThrownBy(() -> engine.getTaskService().claim(task.getId(), full))
        .isInstanceOf(ClaimRefused.class)
        .hasMessageContaining(
            "has no room: with this case (1) the caseload would weigh more than 25")
        .hasMessageContaining("The supervisor can assign the case");

    assignments.override(number, full, "Knows the family", team.user("budi"), Optional.empty());
    assertThat(cases.get(number).lead()).contains(full);
    assertThat(why(number).how()).isEqualTo(LeadDecision.How.OVERRIDE);
    assertThat(why(number).by()).contains("Pekerja budi");
    assertThat(why(number).reason()).isEqualTo("Knows the family");
  }

  @Test
  void a_case_that_nobody_leads_goes_to_another_office_at_once_and_says_so() {
    var near = team.caseworker("near");
    var far = team.caseworkerElsewhere("far");
    var number = team.aCase();
    assertThat(assignments.choices(number))
        .extracting(choice -> choice.userId() + choice.otherOffice().orElse(""))
        .containsExactlyInAnyOrder(near, far + "Kantor Jauh");

    assign(number, team.user("budi"), far);

    assertThat(cases.get(number).lead()).contains(far);
    assertThat(cases.get(number).officeId()).contains(far.replace("-far", "-far-office"));
    assertThat(cases.get(number).teamId()).contains(far);
    assertThat(why(number).how()).isEqualTo(LeadDecision.How.OVERRIDE);
    assertThat(timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 100))
        .anyMatch(
            entry ->
                entry.text().equals(Optional.of("The case moved from Kantor to Kantor Jauh.")));
  }

  @Test
  void only_the_supervisor_gives_a_case_to_another_office_and_only_within_the_agency() {
    var foreigner = team.caseworker("foreigner");
    team.begin();
    var near = team.caseworker("near");
    var far = team.caseworkerElsewhere("far");
    var budi = team.user("budi");
    var number = team.aCase();

    assignRefused(number, budi, foreigner, "choose");
    assignRefused(number, near, far, "Only a supervisor of the case assigns it");
    team.run("UPDATE workers SET str_valid_until = '2020-01-01' WHERE user_id = '%s'", far);
    assignRefused(number, budi, far, "choose");
    team.run("UPDATE workers SET str_valid_until = '2099-12-31' WHERE user_id = '%s'", far);
    assertThat(cases.get(number).lead()).isEmpty();

    assign(number, budi, near);
    assignRefused(number, budi, far, "choose");
    assertThat(cases.get(number).lead()).contains(near);
  }

  private void assign(CaseNumber number, String by, String lead) {
    engine.getIdentityService().setAuthentication(by, List.of());
    try {
      forms.submit(
          number.value(), "assign-caseworker", Map.of("leadId", lead, "reason", "Near to her."));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private void assignRefused(CaseNumber number, String by, String lead, String sentence) {
    assertThatThrownBy(() -> assign(number, by, lead)).hasMessageContaining(sentence);
  }

  @Test
  void nobody_gives_more_than_the_hard_limit_not_even_past_the_domain() {
    var full = team.caseworker("full", 30);
    var number = team.aCase();

    assertThatThrownBy(
            () -> assignments.override(number, full, "Please", team.user("budi"), Optional.empty()))
        .isInstanceOf(LeadRefused.class)
        .hasMessageContaining("would weigh more than 30");
    assertThatThrownBy(() -> cases.assignLead(number, full, team.user("budi")))
        .isInstanceOf(LeadNotFit.class)
        .hasMessageContaining("has no room any more");
    assertThatThrownBy(
            () -> team.run("UPDATE cases SET lead = '%s' WHERE number = '%s'", full, number))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_rising_risk_does_not_wait_for_room() {
    var full = team.caseworker("full", 30);
    var one =
        new CaseNumber(
            jdbc.sql("SELECT min(number) FROM cases WHERE lead = :lead")
                .param("lead", full)
                .query(String.class)
                .single());

    risks.raise(one, RiskLevel.EMERGENCY, "Threats", full, Optional.empty());

    assertThat(caseloads.of(full)).isEqualByComparingTo(BigDecimal.valueOf(32));
  }

  @Test
  void a_case_is_never_without_the_caseworker_it_had() {
    var lead = team.caseworker("lead");
    var number = team.aCase();
    cases.assignLead(number, lead, team.user("ida"));

    assertThatThrownBy(() -> team.run("UPDATE cases SET lead = NULL WHERE number = '%s'", number))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("keeps one");
  }

  @Test
  void what_was_decided_is_never_changed() {
    team.caseworker("lead");
    var number = team.aCase();
    assignments.assignByRules(number);

    for (var statement :
        List.of(
            "UPDATE lead_decisions SET reason = 'x' WHERE case_number = '%s'",
            "DELETE FROM lead_decisions WHERE case_number = '%s'",
            "UPDATE lead_candidates SET points = 0 WHERE decision_id IN (SELECT id FROM"
                + " lead_decisions WHERE case_number = '%s')")) {
      assertThatThrownBy(() -> team.run(statement, number))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void of_two_cases_that_race_for_the_last_free_place_one_wins_and_the_other_goes_to_the_next()
      throws Exception {
    var last = team.caseworker("last", 24);
    team.run("UPDATE workers SET skills = '{elderly-care}' WHERE user_id = '%s'", last);
    var next = team.caseworker("next", 24);
    var one = team.aCase(Map.of("birthDate", "1940-05-05"));
    var other = team.aCase(Map.of("birthDate", "1940-05-05"));

    var leads =
        race(() -> assignments.assignByRules(one), () -> assignments.assignByRules(other)).stream()
            .map(CaseAssignmentsTest::result)
            .toList();

    assertThat(leads).containsExactly(Optional.of(last), Optional.of(next));
    assertThat(caseloads.of(last)).isEqualByComparingTo(BigDecimal.valueOf(25));
  }

  @Test
  void of_two_supervisors_who_race_for_the_last_free_place_one_reads_why_not() throws Exception {
    var last = team.caseworker("last", 29);
    var one = team.aCase();
    var other = team.aCase();
    var budi = team.user("budi");

    var results =
        race(
            () -> {
              assignments.override(one, last, "Knows them", budi, Optional.empty());
              return true;
            },
            () -> {
              assignments.override(other, last, "Knows them", budi, Optional.empty());
              return true;
            });

    assertThat(result(results.get(0))).isEqualTo(true);
    assertThatThrownBy(() -> results.get(1).get())
        .cause()
        .isInstanceOf(LeadRefused.class)
        .hasMessageContaining("has no room");
    assertThat(caseloads.of(last)).isEqualByComparingTo(BigDecimal.valueOf(30));
  }

  @Test
  void of_two_statements_that_race_past_the_domain_the_database_refuses_one() throws Exception {
    var last = team.caseworker("last", 29);
    var one = team.aCase();
    var other = team.aCase();
    var sql = "UPDATE cases SET lead = '%s' WHERE number = '%s'";

    var results =
        race(
            () -> {
              team.run(sql, last, one);
              return true;
            },
            () -> {
              team.run(sql, last, other);
              return true;
            });

    assertThat(result(results.get(0))).isEqualTo(true);
    assertThatThrownBy(() -> results.get(1).get())
        .cause()
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(caseloads.of(last)).isEqualByComparingTo(BigDecimal.valueOf(30));
  }

  /** The second begins while the first has done its work but not yet committed it. */
  private <T> List<Future<T>> race(Callable<T> first, Callable<T> second) throws Exception {
    var done = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    try {
      Future<T> one =
          pool.submit(
              () ->
                  inTransaction(
                      () -> {
                        T found = first.call();
                        done.countDown();
                        assertThat(commit.await(30, TimeUnit.SECONDS)).isTrue();
                        return found;
                      }));
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
      var waiting = waitingForLocks();
      Future<T> two = pool.submit(() -> inTransaction(second));
      while (waitingForLocks() == waiting && !two.isDone()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(two.isDone()).as("the second waits for the first").isFalse();
      commit.countDown();
      pool.shutdown();
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      return List.of(one, two);
    } finally {
      pool.shutdownNow();
    }
  }

  private <T> T inTransaction(Callable<T> work) {
    return new TransactionTemplate(transactions)
        .execute(
            status -> {
              try {
                return work.call();
              } catch (RuntimeException refused) {
                throw refused;
              } catch (Exception cause) {
                throw new IllegalStateException(cause);
              }
            });
  }

  private long waitingForLocks() {
    return jdbc.sql(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND datname = current_database()")
        .query(Long.class)
        .single();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
