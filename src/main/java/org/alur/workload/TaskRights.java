package org.alur.workload;

import static org.camunda.bpm.engine.authorization.TaskPermissions.READ;
import static org.camunda.bpm.engine.authorization.TaskPermissions.READ_VARIABLE;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_WORK;

import java.util.List;
import java.util.Optional;
import org.alur.organisation.Role;
import org.alur.organisation.Teams;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Keeps the rights on a task: its assignee works on it, the team takes it while nobody does, the
 * team's supervisors see and assign it, the head of the agency sees it when its last moment has
 * passed, and nobody else knows of it.
 */
@Component
class TaskRights {

  private final CaseCrews crews;
  private final Teams teams;
  private final CaseHeads heads;

  TaskRights(CaseCrews crews, Teams teams, CaseHeads heads) {
    this.crews = crews;
    this.teams = teams;
    this.heads = heads;
  }

  /** Replaces all rights on the task by those that follow from what it is now. */
  void renew(DelegateTask task) {
    var grants = new TaskGrants();
    var role = TaskRole.of(task);
    var crew = crews.find(task.getExecution().getProcessBusinessKey());
    if (task.getAssignee() != null) {
      grants.toUser(task.getAssignee(), READ, READ_VARIABLE, TASK_WORK);
    } else {
      role.map(each -> queues(each, crew))
          .ifPresent(
              groups ->
                  groups.forEach(group -> grants.toGroup(group, READ, READ_VARIABLE, TASK_WORK)));
    }
    crew.ifPresent(found -> letOthersSee(found, role, grants));
    crew.filter(found -> !found.sealed() && isWithTheHead(task))
        .ifPresent(found -> letHeadsSee(found, grants));
    grants.replaceThoseOf(task);
  }

  /** The groups that may take the task. */
  private List<String> queues(Role role, Optional<CaseCrew> crew) {
    var team = crew.flatMap(CaseCrew::team);
    if (TaskRole.isSharedInTeam(role) && team.isPresent()) {
      return List.of(team.get());
    }
    var office = crew.flatMap(CaseCrew::office);
    if (role == Role.SUPERVISOR && office.isPresent()) {
      return teams.list().stream()
          .filter(each -> each.active() && each.officeId().equals(office.get()))
          .map(each -> Staff.supervisorsOf(each.id()))
          .toList();
    }
    return List.of(role.key());
  }

  private static boolean isWithTheHead(DelegateTask task) {
    return LateWork.rungOf(task).filter(LateWork.AGENCY_HEAD::equals).isPresent();
  }

  /** What is too late is the business of the head, who sees that it is, not the whole case. */
  private void letHeadsSee(CaseCrew crew, TaskGrants grants) {
    heads.of(crew).forEach(head -> grants.toUser(head, READ, READ_VARIABLE));
  }

  private static void letOthersSee(CaseCrew crew, Optional<Role> role, TaskGrants grants) {
    var team = crew.team();
    if (!crew.sealed() && role.filter(TaskRole::isSharedInTeam).isPresent()) {
      team.ifPresent(group -> grants.toGroup(group, READ, READ_VARIABLE));
    }
    team.map(Staff::supervisorsOf)
        .ifPresent(group -> grants.toGroup(group, READ, READ_VARIABLE, TASK_ASSIGN));
  }
}
