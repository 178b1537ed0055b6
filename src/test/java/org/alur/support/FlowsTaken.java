package org.alur.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
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
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Remembers which flow nodes and sequence flows of the models the tests have gone through. */
@Component
public class FlowsTaken extends AbstractProcessEnginePlugin {

  private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
    listeners.add(new Installer());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  /** Begins anew for a process. */
  public void forget(String processKey) {
    taken.remove(processKey);
  }

  /** The ids of the flow nodes and sequence flows of a process that nothing went through. */
  public Set<String> missing(ProcessEngine engine, String processKey) {
    var process =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult();
    var model = engine.getRepositoryService().getBpmnModelInstance(process.getId());
    Set<String> missing = new TreeSet<>();
    Stream.of(FlowNode.class, SequenceFlow.class)
        .map(model::getModelElementsByType)
        .flatMap(Collection::stream)
        .forEach(element -> missing.add(element.getAttributeValue("id")));
    var gone = taken.getOrDefault(processKey, Set.of());
    missing.removeAll(gone);
    missing.removeAll(leadingToAnEvent(model.getModelElementsByType(SequenceFlow.class), gone));
    return missing;
  }

  /** Behind an event-based gateway the engine begins at the event that came first. */
  private static Set<String> leadingToAnEvent(Collection<SequenceFlow> flows, Set<String> gone) {
    return flows.stream()
        .filter(flow -> flow.getSource() instanceof EventBasedGateway)
        .filter(flow -> gone.contains(flow.getTarget().getId()))
        .map(SequenceFlow::getId)
        .collect(Collectors.toSet());
  }

  private void note(DelegateExecution execution, String id) {
    var process = ((ExecutionEntity) execution).getProcessDefinition();
    taken.computeIfAbsent(process.getKey(), key -> ConcurrentHashMap.newKeySet()).add(id);
  }

  private final class Installer extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      listen(process);
    }

    /** All activities below, whatever their kind. */
    private void listen(ScopeImpl scope) {
      for (ActivityImpl activity : scope.getActivities()) {
        activity.addBuiltInListener(
            ExecutionListener.EVENTNAME_START,
            (ExecutionListener) execution -> note(execution, activity.getId()));
        listen(activity);
      }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
      transition.addBuiltInListener(
          ExecutionListener.EVENTNAME_TAKE,
          (ExecutionListener) execution -> note(execution, transition.getId()));
    }
  }
}
