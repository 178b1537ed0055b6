package org.alur.forms;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Finds the forms that a logged-in person may look at, by the authorisations of the engine. */
@Component
class OpenForms {

  private static final String NO_TASK =
      "There is no such open task, or it is not for you. Go back to your list of tasks.";
  private static final String NO_START =
      "There is no such process with a form, or you may not start it.";

  private final ProcessEngineConfigurationImpl engine;
  private final DeployedForms forms;

  OpenForms(ProcessEngine engine, DeployedForms forms) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.forms = forms;
  }

  /**
   * The form of an open task.
   *
   * @throws FormMissing if there is no such task for this person
   */
  OpenForm ofTask(String taskId) {
    return find(context -> task(context, taskId)).orElseThrow(() -> new FormMissing(NO_TASK));
  }

  /**
   * The form with which the newest version of a process is started.
   *
   * @throws FormMissing if there is no such process for this person
   */
  OpenForm ofProcess(String processKey) {
    return find(context -> process(context, processKey))
        .orElseThrow(() -> new FormMissing(NO_START));
  }

  /**
   * Who is logged in.
   *
   * @throws NotYourForm if nobody is
   */
  String caller() {
    return engine.getCommandExecutorTxRequired().execute(Caller::of);
  }

  /** The routing facts among the variables that a task or process can see. */
  static Map<String, Object> facts(VariableScope scope) {
    return scope.getVariables().entrySet().stream()
        .filter(OpenForms::isFact)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean isFact(Map.Entry<String, Object> variable) {
    var value = variable.getValue();
    return value instanceof String || value instanceof Boolean || value instanceof Number;
  }

  private Optional<OpenForm> find(Lookup lookup) {
    try {
      return engine.getCommandExecutorTxRequired().execute(lookup::in);
    } catch (AuthorizationException notForThisPerson) {
      return Optional.empty();
    }
  }

  private Optional<OpenForm> task(CommandContext context, String taskId) {
    var task = context.getTaskManager().findTaskById(taskId);
    if (task == null || !(task.getTaskDefinition().getTaskFormHandler() instanceof TaskDoor door)) {
      return Optional.empty();
    }
    // Whoever only sees that the task waits, as a manager does, does not see what is filled in.
    engine.getCommandCheckers().forEach(checker -> checker.checkReadTaskVariable(task));
    var form = forms.of(task.getProcessDefinition().getDeploymentId(), door.formId());
    var formContext = contextOf(task, door.formId(), Caller.of(context));
    var mine = formContext.userId().equals(task.getAssignee());
    return Optional.of(new OpenForm(form, formContext, Drafts.Place.task(taskId), mine));
  }

  static FormContext contextOf(TaskEntity task, String formId, String userId) {
    return new FormContext(
        formId,
        Optional.ofNullable(task.getProcessInstance().getBusinessKey()),
        Optional.of(task.getProcessInstanceId()),
        facts(task),
        userId);
  }

  private Optional<OpenForm> process(CommandContext context, String processKey) {
    var newest = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(processKey);
    if (newest == null) {
      return Optional.empty();
    }
    ProcessDefinitionEntity process =
        engine.getDeploymentCache().findDeployedProcessDefinitionById(newest.getId());
    if (!(process.getStartFormHandler() instanceof StartDoor door)) {
      return Optional.empty();
    }
    for (CommandChecker checker : engine.getCommandCheckers()) {
      checker.checkCreateProcessInstance(process);
    }
    var userId = Caller.of(context);
    return Optional.of(
        new OpenForm(
            forms.of(process.getDeploymentId(), door.formId()),
            startContext(door.formId(), userId),
            Drafts.Place.start(processKey, userId),
            true));
  }

  static FormContext startContext(String formId, String userId) {
    return new FormContext(formId, Optional.empty(), Optional.empty(), Map.of(), userId);
  }

  private interface Lookup {
    Optional<OpenForm> in(CommandContext context);
  }
}
