package org.alur.deployment;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * The ways through a process. Whatever a way could do is taken as done: each flow of a gateway,
 * each boundary event, each event sub-process.
 */
final class ProcessPaths {

  private final Collection<FlowNode> nodes;
  private final Collection<SequenceFlow> flows;

  ProcessPaths(ProcessModel model) {
    this.nodes = model.all(FlowNode.class);
    this.flows = model.all(SequenceFlow.class);
  }

  /** The flows that leave a node, as the engine finds them: a node need not name them. */
  List<SequenceFlow> leaving(FlowElement node) {
    return flows.stream().filter(flow -> node.equals(flow.getSource())).toList();
  }

  /**
   * All flow nodes and sequence flows that are reached from the start, but not by finishing a cut.
   */
  Set<FlowElement> fromStart(Predicate<FlowElement> cut) {
    return from(nodes.stream().filter(ProcessPaths::begins).toList(), cut);
  }

  /** A start event of the process itself, or of an event sub-process. */
  private static boolean begins(FlowNode node) {
    return node instanceof StartEvent
        && (!(node.getParentElement() instanceof SubProcess scope) || scope.triggeredByEvent());
  }

  /** All that is reached from some nodes, those included, but not through a cut. */
  Set<FlowElement> from(Collection<? extends FlowElement> begin, Predicate<FlowElement> cut) {
    Set<FlowElement> reached = new HashSet<>();
    Deque<FlowElement> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      FlowElement element = open.pop();
      if (cut.test(element)) {
        // A step that is begun and not finished can still be left by its boundary events.
        boundaries(element).filter(event -> !reached.contains(event)).forEach(open::push);
      } else if (reached.add(element)) {
        next(element).forEach(open::push);
      }
    }
    return reached;
  }

  /** Whether each way from the start to a goal passes one of the gates, and there is a way. */
  boolean areKept(Predicate<FlowElement> gate, Predicate<FlowElement> goal) {
    return fromStart(any -> false).stream().anyMatch(goal)
        && fromStart(gate).stream().noneMatch(goal);
  }

  private Stream<FlowElement> next(FlowElement element) {
    if (element instanceof SequenceFlow flow) {
      return Stream.of(flow.getTarget());
    }
    FlowNode node = (FlowNode) element;
    return Stream.of(leaving(node).stream(), inside(node), boundaries(node), around(node))
        .flatMap(each -> each);
  }

  private Stream<FlowElement> inside(FlowNode node) {
    return nodes.stream()
        .filter(StartEvent.class::isInstance)
        .filter(start -> node.equals(start.getParentElement()))
        .map(FlowElement.class::cast);
  }

  private Stream<FlowElement> boundaries(FlowElement node) {
    return nodes.stream()
        .filter(BoundaryEvent.class::isInstance)
        .filter(event -> node.equals(((BoundaryEvent) event).getAttachedTo()))
        .map(FlowElement.class::cast);
  }

  /** The end of a sub-process goes on after it; any step inside can be its end. */
  private Stream<FlowElement> around(FlowNode node) {
    return leaving(node).isEmpty() && node.getParentElement() instanceof SubProcess scope
        ? leaving(scope).stream().map(FlowElement.class::cast)
        : Stream.empty();
  }
}
