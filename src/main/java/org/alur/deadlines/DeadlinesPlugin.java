package org.alur.deadlines;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives every user task its deadline when it is created; no model and no caller leaves it out. */
@Component
class DeadlinesPlugin extends AbstractProcessEnginePlugin {

  // The engine is built before the bean, which needs it itself.
  private final ObjectProvider<Deadlines> deadlines;

  DeadlinesPlugin(ObjectProvider<Deadlines> deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(new OnEveryUserTask());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  private final class OnEveryUserTask extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      var definition =
          ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_CREATE, task -> deadlines.getObject().set(task));
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_COMPLETE, task -> deadlines.getObject().close(task));
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_DELETE, task -> deadlines.getObject().close(task));
    }
  }
}
