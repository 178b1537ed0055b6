package org.alur.workload;

import static org.alur.organisation.Role.AGENCY_HEAD;
import static org.alur.organisation.Role.CASEWORKER;
import static org.alur.organisation.Role.CLINICIAN;
import static org.alur.organisation.Role.COURT_LIAISON;
import static org.alur.organisation.Role.FINANCE_OFFICER;
import static org.alur.organisation.Role.INTAKE_OFFICER;
import static org.alur.organisation.Role.SUPERVISOR;
import static org.alur.organisation.Role.VOLUNTEER;
import static org.alur.organisation.Role.WELFARE_STAFF;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists of tasks that each role finds in Tasklist. */
@Component
class TaskLists {

  private static final Set<Role> WHO_DO_TASKS =
      EnumSet.of(
          INTAKE_OFFICER,
          CASEWORKER,
          WELFARE_STAFF,
          SUPERVISOR,
          AGENCY_HEAD,
          FINANCE_OFFICER,
          COURT_LIAISON,
          CLINICIAN,
          VOLUNTEER);
  private static final Set<Role> SUPERVISORS = EnumSet.of(SUPERVISOR);
  private static final Set<Role> IN_TEAMS =
      EnumSet.of(INTAKE_OFFICER, CASEWORKER, WELFARE_STAFF, VOLUNTEER);
  private static final Set<Role> WHO_SEE_STAGES = EnumSet.of(CASEWORKER, SUPERVISOR);

  private static final String ME = "${currentUser()}";
  private static final String MY_GROUPS = "${currentUserGroups()}";

  private final RepositoryService repository;

  TaskLists(RepositoryService repository) {
    this.repository = repository;
  }

  List<TaskList> all() {
    var lists = new ArrayList<TaskList>();
    lists.addAll(own());
    lists.addAll(ofTheTeam());
    lists.addAll(byStage());
    return lists;
  }

  private static List<TaskList> own() {
    return List.of(
        new TaskList(
            "My tasks",
            "What you have taken or been given",
            10,
            WHO_DO_TASKS,
            tasks -> tasks.taskAssigneeExpression(ME)),
        new TaskList(
            "Due today",
            "Your tasks that are due before midnight",
            20,
            WHO_DO_TASKS,
            tasks -> dueToday(tasks.taskAssigneeExpression(ME))),
        new TaskList(
            "Overdue",
            "Your tasks that should be done already",
            30,
            WHO_DO_TASKS,
            tasks -> overdue(tasks.taskAssigneeExpression(ME))),
        new TaskList(
            "Unassigned",
            "What you may take, because nobody has yet",
            40,
            WHO_DO_TASKS,
            tasks -> tasks.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned()));
  }

  private static List<TaskList> ofTheTeam() {
    return List.of(
        new TaskList(
            "My team", "The tasks of your team, taken or not", 50, IN_TEAMS, TaskLists::ofMyGroups),
        new TaskList(
            "My team: all tasks",
            "The tasks of the teams that you supervise, taken or not",
            60,
            SUPERVISORS,
            TaskLists::ofMyGroups),
        new TaskList(
            "My team: due today",
            "The tasks of your teams that are due before midnight",
            70,
            SUPERVISORS,
            tasks -> dueToday(ofMyGroups(tasks))),
        new TaskList(
            "My team: overdue",
            "The tasks of your teams that should be done already",
            80,
            SUPERVISORS,
            tasks -> overdue(ofMyGroups(tasks))),
        new TaskList(
            "Escalated",
            "Steps so late that the supervisor, or the head of the agency, was told",
            90,
            WHO_DO_TASKS,
            TaskLists::escalated));
  }

  private List<TaskList> byStage() {
    return List.of(
        stage("Intake", 110, EnumSet.of(INTAKE_OFFICER, SUPERVISOR), "intake"),
        stage("Assessment", 120, WHO_SEE_STAGES, "assessment"),
        stage("Case plan", 130, WHO_SEE_STAGES, "case-plan"),
        stage(
            "Intervention",
            140,
            EnumSet.of(CASEWORKER, WELFARE_STAFF, SUPERVISOR),
            interventions()),
        stage("Monitoring", 150, WHO_SEE_STAGES, "monitoring"),
        stage("Termination", 160, WHO_SEE_STAGES, "termination", "aftercare"));
  }

  private static TaskList stage(String name, int position, Set<Role> roles, String... processes) {
    return new TaskList(
        "Stage: " + name,
        "Your tasks and those of your team in this stage",
        position,
        roles,
        tasks ->
            tasks
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .endOr()
                .processDefinitionKeyIn(processes));
  }

  /** The three approaches, and the services that they call, which the deployed models name. */
  private String[] interventions() {
    var keys = new ArrayList<>(List.of("persuasive-intervention", "motivational-intervention"));
    keys.add("coercive-intervention");
    keys.add("planned-activity");
    for (var field : Field.values()) {
      repository
          .createProcessDefinitionQuery()
          .processDefinitionCategory(field.key())
          .latestVersion()
          .unlimitedList()
          .stream()
          .map(ProcessDefinition::getKey)
          .sorted()
          .forEach(keys::add);
    }
    return keys.toArray(String[]::new);
  }

  private static TaskQuery ofMyGroups(TaskQuery tasks) {
    return tasks.taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
  }

  private static TaskQuery dueToday(TaskQuery tasks) {
    return tasks.dueAfterExpression("${startOfToday()}").dueBeforeExpression("${endOfToday()}");
  }

  private static TaskQuery overdue(TaskQuery tasks) {
    return tasks.dueBeforeExpression("${now()}");
  }

  /** Who may see the task may see that it was escalated, so nothing else cuts this list. */
  private static TaskQuery escalated(TaskQuery tasks) {
    return tasks
        .or()
        .taskVariableValueEquals(LateWork.ESCALATION, LateWork.SUPERVISOR)
        .taskVariableValueEquals(LateWork.ESCALATION, LateWork.AGENCY_HEAD)
        .endOr();
  }

  static UnaryOperator<TaskQuery> mostUrgentFirst() {
    return tasks ->
        tasks.orderByTaskPriority().desc().orderByDueDate().asc().orderByTaskCreateTime().asc();
  }
}
