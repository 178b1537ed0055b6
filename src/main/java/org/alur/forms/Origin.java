package org.alur.forms;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * What asked for a form.
 *
 * @param taskId the user task; none for a start form or an action of the case page
 * @param processInstanceId the process instance; none for an action of the case page
 * @param processKey the process
 * @param activityId the element of the process
 * @param activityName the element's name as people see it
 */
record Origin(
    @Nullable String taskId,
    @Nullable String processInstanceId,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String activityName) {

  /** A form that somebody opened on the case page. */
  static final Origin CASE_PAGE = new Origin(null, null, null, null, null);

  static Origin of(TaskEntity task) {
    return new Origin(
        task.getId(),
        task.getProcessInstanceId(),
        task.getProcessDefinition().getKey(),
        task.getTaskDefinitionKey(),
        task.getName());
  }

  static Origin of(ExecutionEntity process) {
    var activity = process.getActivity();
    return new Origin(
        null,
        process.getProcessInstanceId(),
        process.getProcessDefinition().getKey(),
        activity == null ? null : activity.getId(),
        activity == null ? null : (String) activity.getProperty("name"));
  }
}
