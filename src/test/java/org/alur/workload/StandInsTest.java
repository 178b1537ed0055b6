package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class StandInsTest {

  @Autowired StandIns standIns;
  @Autowired CaseAssignments assignments;
  @Autowired Cases cases;
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
    assertThat(assignments.obstacleFor(team.aCase(), lead)).get().asString().contains("is absent");
  }
}
