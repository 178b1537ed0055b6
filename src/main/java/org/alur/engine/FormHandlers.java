package org.alur.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form of ours stands between a submission and the process. The engine's own handlers
 * would take whatever is sent as process variables.
 */
final class FormHandlers {

  private FormHandlers() {}

  static boolean isOnStartOf(String processDefinitionId) {
    var definition =
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(processDefinitionId);
    FormHandler handler = definition.getStartFormHandler();
    if (handler instanceof DelegateStartFormHandler wrapper) {
      handler = wrapper.getFormHandler();
    }
    return isOurs(handler);
  }

  static boolean isOnTask(String taskId, CommandContext context) {
    var task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      // The engine says best that there is no such task.
      return true;
    }
    if (task.getTaskDefinition() == null) {
      return false;
    }
    FormHandler handler = task.getTaskDefinition().getTaskFormHandler();
    if (handler instanceof DelegateTaskFormHandler wrapper) {
      handler = wrapper.getFormHandler();
    }
    return isOurs(handler);
  }

  private static boolean isOurs(@Nullable FormHandler handler) {
    return handler != null
        && handler.getClass() != DefaultTaskFormHandler.class
        && handler.getClass() != DefaultStartFormHandler.class;
  }
}
