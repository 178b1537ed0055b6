package org.alur.forms;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.StartFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** The form door of a process that people start with a form. */
final class StartDoor implements StartFormHandler {

  private final String formId;
  private final Supplier<FormDoor> door;

  StartDoor(String formId, Supplier<FormDoor> door) {
    this.formId = formId;
    this.door = door;
  }

  String formId() {
    return formId;
  }

  @Override
  public StartFormData createStartFormData(ProcessDefinitionEntity process) {
    var data = new StartFormDataImpl();
    data.setFormKey(FormDoor.HOST);
    data.setDeploymentId(process.getDeploymentId());
    data.setProcessDefinition(process);
    return data;
  }

  @Override
  public void submitFormVariables(VariableMap submitted, VariableScope process) {
    door.get().submit((ExecutionEntity) process, formId, submitted);
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
