package org.alur.forms;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** The form door of a user task. */
final class TaskDoor implements TaskFormHandler {

  private final String formId;
  private final Supplier<FormDoor> door;

  TaskDoor(String formId, Supplier<FormDoor> door) {
    this.formId = formId;
    this.door = door;
  }

  String formId() {
    return formId;
  }

  @Override
  public TaskFormData createTaskForm(TaskEntity task) {
    var data = new TaskFormDataImpl();
    data.setFormKey(FormDoor.HOST);
    data.setDeploymentId(task.getProcessDefinition().getDeploymentId());
    data.setTask(task);
    return data;
  }

  @Override
  public void submitFormVariables(VariableMap submitted, VariableScope task) {
    door.get().submit((TaskEntity) task, formId, submitted);
  }

  @Override
  public void parseConfiguration(
      Element element,
      DeploymentEntity deployment,
      ProcessDefinitionEntity process,
      BpmnParse parse) {
    // The form says everything.
  }
}
