package org.alur.forms;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts the form door on every user task and every start of a process that has a form. It runs
 * whenever a definition is loaded, so it never refuses a model: that is the gate's part.
 */
final class FormDoorInstaller extends AbstractBpmnParseListener {

  private final Supplier<FormDoor> door;

  FormDoorInstaller(Supplier<FormDoor> door) {
    this.door = door;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (!(activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour)) {
      return;
    }
    var task = behaviour.getTaskDefinition();
    formOf(task.getFormDefinition())
        .ifPresent(
            form -> {
              task.setTaskFormHandler(new TaskDoor(form, door));
              task.addBuiltInTaskListener(
                  TaskListener.EVENTNAME_COMPLETE, ending -> door.get().complete(ending.getId()));
              task.addBuiltInTaskListener(
                  TaskListener.EVENTNAME_DELETE, ending -> door.get().cancel(ending.getId()));
            });
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    // Not in parseStartEvent: the engine sets its own handler after that.
    formOf(process.getStartFormDefinition())
        .ifPresent(
            form -> {
              process.setStartFormHandler(new StartDoor(form, door));
              process.setHasStartFormKey(true);
              ExecutionListener begin = execution -> door.get().begin(execution);
              process.addBuiltInListener(ExecutionListener.EVENTNAME_START, begin, 0);
            });
  }

  private static Optional<String> formOf(@Nullable FormDefinition definition) {
    return Optional.ofNullable(definition)
        .map(FormDefinition::getCamundaFormDefinitionKey)
        .map(Expression::getExpressionText);
  }
}
