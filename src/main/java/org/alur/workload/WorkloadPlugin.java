package org.alur.workload;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets the engine ask this package whenever a task is created, taken or given back. The listeners
 * are built in: neither a model nor a caller can leave them out.
 */
@Component
class WorkloadPlugin extends AbstractProcessEnginePlugin {

  // The engine is built before most beans, which need it themselves.
  private final ObjectProvider<Allocation> allocation;
  private final ObjectProvider<CaseLeads> leads;
  private final ObjectProvider<TaskRights> rights;
  private final ObjectProvider<ClaimRules> rules;
  private final ZoneId zone;

  WorkloadPlugin(
      ObjectProvider<Allocation> allocation,
      ObjectProvider<CaseLeads> leads,
      ObjectProvider<TaskRights> rights,
      ObjectProvider<ClaimRules> rules,
      @Value("${alur.workload.zone:Asia/Jakarta}") String zone) {
    this.allocation = allocation;
    this.leads = leads;
    this.rights = rights;
    this.rules = rules;
    this.zone = ZoneId.of(zone);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ListDates.setZone(engine, zone);
    engine.setResourceAuthorizationProvider(new OwnRights(rules));
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(new OnEveryUserTask());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    ListDates.offerTo(engine);
  }

  private void created(DelegateTask task) {
    allocation.getObject().allocate(task);
    renewIfUnassigned(task);
  }

  private void assigned(DelegateTask task) {
    if (task.getAssignee() != null) {
      leads.getObject().becomeLead(task);
      rights.getObject().renew(task);
    }
  }

  private void renewIfUnassigned(DelegateTask task) {
    if (task.getAssignee() == null) {
      rights.getObject().renew(task);
    }
  }

  private final class OnEveryUserTask extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      var definition =
          ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_CREATE, WorkloadPlugin.this::created);
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_UPDATE, WorkloadPlugin.this::renewIfUnassigned);
      definition.addBuiltInTaskListener(
          TaskListener.EVENTNAME_ASSIGNMENT, WorkloadPlugin.this::assigned);
    }
  }
}
