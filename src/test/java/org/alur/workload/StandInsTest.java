package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.ConflictsOfInterest;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class StandInsTest {

  @Autowired StandIns standIns;
  @Autowired CaseSupervisors supervisors;
  @Autowired CaseAssignments assignments;
  @Autowired Cases cases;
  @Autowired ConflictsOfInterest conflicts;
  @Autowired Collectives collectives;
  @Autowired ProcessEngine engine;
  @Autowired OneTeam team;
  @Autowired Clock clock;

  private String lead;
  private String deputy;
  private CaseNumber number;

  @BeforeEach
  void a_case_with_a_caseworker() {
    team.begin();
    lead = team.caseworker("lead");
    deputy = team.caseworker("deputy");
    number = team.aCase();
    cases.assignLead(number, lead, team.user("ida"));
  }

  private Task task(Role role) {
    return new OneTask(engine, cases, collectives).of(role, number);
  }

  private Optional<String> assignee(Task task) {
    return Optional.ofNullable(
        engine
            .getTaskService()
            .createTaskQuery()
            .taskId(task.getId())
            .singleResult()
            .getAssignee());
  }

  private void isAbsent(String user, String instead, int from, int to) {
    var today = WesternIndonesia.today(clock);
    team.run(
        "INSERT INTO absences (user_id, first_day, last_day, deputy) VALUES ('%s', '%s', '%s', '%s')",
        user, today.plusDays(from), today.plusDays(to), instead);
  }

  @Test
  void open_tasks_go_to_the_deputy_and_come_back() {
    var open = task(Role.CASEWORKER);
    isAbsent(lead, deputy, 0, 3);

    standIns.followTheCalendar();
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(deputy);
    assertThat(cases.get(number).lead()).as("stays responsible").contains(lead);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(lead);
  }

  @Test
  void new_tasks_go_to_the_deputy_from_the_first_day_on() {
    isAbsent(lead, deputy, 1, 3);
    assertThat(assignee(task(Role.CASEWORKER))).contains(lead);

    team.run("UPDATE absences SET first_day = first_day - 1 WHERE user_id = '%s'", lead);
    assertThat(assignee(task(Role.CASEWORKER))).contains(deputy);
  }

  @Test
  void a_supervisor_of_another_office_stands_in_for_the_supervisor() {
    var budi = team.user("budi");
    assertThatThrownBy(
            () -> engine.getTaskService().setAssignee(task(Role.SUPERVISOR).getId(), "wati"))
        .isInstanceOf(ClaimRefused.class);

    isAbsent(budi, "wati", 0, 0);

    assertThat(assignee(task(Role.SUPERVISOR))).contains("wati");
  }

  @Test
  void a_deputy_who_leads_the_case_does_not_approve_it() {
    team.run("INSERT INTO worker_roles VALUES ('%s', 'SUPERVISOR')", lead);
    isAbsent(team.user("budi"), lead, 0, 0);

    var approval = task(Role.SUPERVISOR);

    assertThat(assignee(approval)).isNotEqualTo(Optional.of(lead));
    assertThatThrownBy(() -> engine.getTaskService().setAssignee(approval.getId(), lead))
        .hasMessageContaining("did the work that is approved here");
  }

  @Test
  void nobody_who_is_absent_is_given_a_case() {
    isAbsent(lead, deputy, 0, 0);

    assertThat(assignments.assignByRules(team.aCase())).contains(deputy);
    assertThat(assignments.obstacleFor(team.aCase(), lead))
        .get()
        .asString()
        .contains("is not available");
  }

  @Test
  void a_new_lead_takes_over_what_the_deputy_of_the_former_one_has() {
    var open = task(Role.CASEWORKER);
    isAbsent(lead, deputy, 0, 3);
    standIns.followTheCalendar();
    var begunMeanwhile = task(Role.CASEWORKER);
    var successor = team.caseworker("successor");

    cases.assignLead(number, successor, team.user("budi"));

    assertThat(assignee(open)).contains(successor);
    assertThat(assignee(begunMeanwhile)).contains(successor);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(successor);
  }

  @Test
  void what_the_deputy_has_for_a_new_lead_comes_back_to_the_new_one() {
    var open = task(Role.CASEWORKER);
    isAbsent(lead, deputy, 0, 3);
    standIns.followTheCalendar();
    var successor = team.caseworker("successor");
    isAbsent(successor, deputy, 0, 3);
    cases.assignLead(number, successor, team.user("budi"));
    assertThat(assignee(open)).contains(deputy);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    standIns.followTheCalendar();
    assertThat(assignee(open)).as("the former lead is back, the new one is not").contains(deputy);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", successor);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(successor);
  }

  @Test
  void tasks_that_begin_during_an_absence_come_back_as_well() {
    isAbsent(lead, deputy, 0, 3);
    var begunMeanwhile = task(Role.CASEWORKER);
    assertThat(assignee(begunMeanwhile)).contains(deputy);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    standIns.followTheCalendar();

    assertThat(assignee(begunMeanwhile)).contains(lead);
  }

  @Test
  void another_deputy_takes_over_from_the_first_one() {
    var open = task(Role.CASEWORKER);
    isAbsent(lead, deputy, 0, 3);
    standIns.followTheCalendar();
    var second = team.caseworker("second");

    team.run("UPDATE absences SET deputy = '%s' WHERE user_id = '%s'", second, lead);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(second);

    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(lead);
  }

  @Test
  void what_a_deputy_hands_on_comes_back_to_whom_it_belongs() {
    var open = task(Role.CASEWORKER);
    var second = team.caseworker("a-second");
    isAbsent(lead, deputy, 0, 3);
    standIns.followTheCalendar();

    // The lead is back, but the deputy is away before anybody noticed.
    team.run("UPDATE absences SET active = false WHERE user_id = '%s'", lead);
    isAbsent(deputy, second, 0, 3);
    standIns.followTheCalendar();

    assertThat(assignee(open)).contains(lead);
  }

  @Test
  void a_task_that_the_supervisor_gave_to_somebody_else_is_theirs() {
    var open = task(Role.CASEWORKER);
    isAbsent(lead, deputy, 0, 3);
    standIns.followTheCalendar();
    var other = team.caseworker("other");
    var second = team.caseworker("second");
    engine.getTaskService().setAssignee(open.getId(), other);
    isAbsent(other, second, 0, 3);
    standIns.followTheCalendar();
    assertThat(assignee(open)).contains(second);

    team.run("UPDATE absences SET active = false WHERE user_id IN ('%s', '%s')", lead, other);
    standIns.followTheCalendar();

    assertThat(assignee(open)).contains(other);
  }

  @Test
  void who_declares_a_conflict_of_interest_has_no_task_of_the_case_any_more() {
    var open = task(Role.CASEWORKER);
    assertThat(assignee(open)).contains(lead);

    conflicts.declare(number, lead, "My neighbour", Optional.empty());

    assertThat(assignee(open)).as("back to the team").isEmpty();
    assertThat(assignee(task(Role.CASEWORKER))).isEmpty();
    assertThatThrownBy(() -> engine.getTaskService().setAssignee(open.getId(), lead))
        .isInstanceOf(ClaimRefused.class)
        .hasMessageContaining("is not available");
    engine.getTaskService().setAssignee(open.getId(), deputy);
  }

  @Test
  void the_deputy_supervises_instead_of_who_is_absent_and_the_lead_never_does() {
    var budi = team.user("budi");
    assertThat(supervisors.of(number)).containsExactly(budi);
    assertThat(supervisors.isSupervisor("wati", number)).isFalse();

    isAbsent(budi, "wati", 0, 0);
    assertThat(supervisors.of(number)).containsExactly("wati");
    assertThat(supervisors.isSupervisor("wati", number)).isTrue();

    team.run("INSERT INTO worker_roles VALUES ('%s', 'SUPERVISOR')", lead);
    assertThat(supervisors.isSupervisor(lead, number)).isFalse();
  }

  @Test
  void a_licence_ends_with_the_day_of_western_indonesia() {
    // One o'clock at night in Jakarta, still the day before in London.
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2031-03-04T18:00:00Z")));
    try {
      team.run("UPDATE workers SET str_valid_until = '2031-03-04' WHERE user_id = '%s'", deputy);
      assertThat(assignments.obstacleFor(team.aCase(), deputy))
          .get()
          .asString()
          .contains("no valid registration");
    } finally {
      ClockUtil.reset();
    }
  }
}
