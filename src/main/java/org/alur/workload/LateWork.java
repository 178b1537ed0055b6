package org.alur.workload;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** Shows in lists of tasks which were escalated, and lets those see them whom they were told. */
@Component
public class LateWork {

  /** How far a task was escalated; set on the task itself by {@link #mark}, read by lists. */
  static final String ESCALATION = "escalation";

  static final String SUPERVISOR = "SUPERVISOR";
  static final String AGENCY_HEAD = "AGENCY_HEAD";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TaskRights rights;
  private final WithoutRights withoutRights;

  LateWork(
      TaskService tasks, RuntimeService runtime, TaskRights rights, WithoutRights withoutRights) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.rights = rights;
    this.withoutRights = withoutRights;
  }

  /**
   * Marks a task.
   *
   * @param rung SUPERVISOR or AGENCY_HEAD
   */
  public void mark(String taskId, String rung) {
    withoutRights.run(
        () -> {
          var task = (TaskEntity) tasks.createTaskQuery().taskId(taskId).singleResult();
          mark(task, rung);
          rights.renew(task);
        });
  }

  /** Marks a task that is being created, before it gets its rights. */
  public void mark(DelegateTask task, String rung) {
    task.setVariableLocal(ESCALATION, rung);
  }

  /** How far these tasks were escalated; those that were not are left out. */
  Map<String, String> of(Collection<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    return withoutRights
        .call(
            () ->
                runtime
                    .createVariableInstanceQuery()
                    .variableName(ESCALATION)
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .unlimitedList())
        .stream()
        .collect(
            Collectors.toMap(
                VariableInstance::getTaskId, variable -> String.valueOf(variable.getValue())));
  }

  /** How far a task was escalated. */
  static Optional<String> rungOf(DelegateTask task) {
    return Optional.ofNullable(task.getVariableLocal(ESCALATION)).map(Object::toString);
  }
}
