package org.alur.workload;

import java.util.Optional;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/** For which role a task is drawn: the candidate group in the model. */
final class TaskRole {

  private TaskRole() {}

  static Optional<Role> of(DelegateTask task) {
    return Optional.ofNullable(((TaskEntity) task).getTaskDefinition()).flatMap(TaskRole::of);
  }

  static Optional<Role> of(TaskDefinition definition) {
    return definition.getCandidateGroupIdExpressions().stream()
        .flatMap(group -> Role.ofKey(group.getExpressionText()).stream())
        .findFirst();
  }

  /** The form that the task asks for. */
  static Optional<String> formOf(DelegateTask task) {
    return Optional.ofNullable(((TaskEntity) task).getTaskDefinition())
        .map(TaskDefinition::getCamundaFormDefinitionKey)
        .map(Expression::getExpressionText);
  }

  /** Whether those who do such tasks share them within a team. */
  static boolean isSharedInTeam(Role role) {
    return switch (role) {
      case INTAKE_OFFICER, CASEWORKER, WELFARE_STAFF, VOLUNTEER -> true;
      case SUPERVISOR,
          AGENCY_HEAD,
          FINANCE_OFFICER,
          COURT_LIAISON,
          CLINICIAN,
          MANAGER,
          ANALYST,
          AUDITOR,
          CAMUNDA_ADMIN ->
          false;
    };
  }
}
