package org.alur.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.Cases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notes in the case file that a case came to a stage, whenever the process of a stage starts. No
 * model has to draw it, and none can forget it.
 */
@Component
class StageEntry extends AbstractProcessEnginePlugin {

  private static final Map<String, CaseStage> STAGES =
      Map.of(
          "intake", CaseStage.INTAKE,
          "assessment", CaseStage.ASSESSMENT,
          "case-plan", CaseStage.CASE_PLAN,
          "persuasive-intervention", CaseStage.INTERVENTION,
          "motivational-intervention", CaseStage.INTERVENTION,
          "coercive-intervention", CaseStage.INTERVENTION,
          "monitoring", CaseStage.MONITORING,
          "termination", CaseStage.TERMINATION);

  private final ObjectProvider<Cases> cases;

  StageEntry(ObjectProvider<Cases> cases) {
    this.cases = cases;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
    listeners.add(new Installer());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  private void enter(DelegateExecution execution, CaseStage stage) {
    if (stage != CaseStage.INTERVENTION || !isAside(execution)) {
      cases.getObject().enter(new CaseNumber(execution.getProcessBusinessKey()), stage);
    }
  }

  /** An emergency measure is taken beside the stage in which the case is. */
  private static boolean isAside(DelegateExecution execution) {
    @Nullable ExecutionEntity caller = (ExecutionEntity) execution.getSuperExecution();
    return caller != null && isAside(caller.getActivity().getFlowScope());
  }

  private static boolean isAside(ScopeImpl scope) {
    return scope instanceof ActivityImpl subProcess
        && (subProcess.isTriggeredByEvent() || isAside(subProcess.getFlowScope()));
  }

  private final class Installer extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      Optional.ofNullable(STAGES.get(process.getKey()))
          .ifPresent(
              stage ->
                  process.addBuiltInListener(
                      ExecutionListener.EVENTNAME_START,
                      (ExecutionListener) execution -> enter(execution, stage)));
    }
  }
}
