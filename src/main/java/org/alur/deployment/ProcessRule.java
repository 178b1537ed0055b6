package org.alur.deployment;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every process has a name, a time to live for its history, and a picture of all that it does. */
@Component
class ProcessRule implements ModelRule {

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model.all(Process.class).forEach(process -> check(process, breaches));
    Set<String> drawn = drawn(model);
    model.all(FlowNode.class).forEach(node -> checkDrawn(node, drawn, breaches));
    model.all(SequenceFlow.class).forEach(flow -> checkDrawn(flow, drawn, breaches));
  }

  private static void check(Process process, BiConsumer<String, String> breaches) {
    if (isBlank(process.getName())) {
      breaches.accept(process.getId(), "A process needs a name that practitioners use.");
    }
    if (isBlank(process.getCamundaHistoryTimeToLiveString())) {
      breaches.accept(
          process.getId(), "A process needs a history time to live, for example P180D.");
    }
  }

  private static Set<String> drawn(ProcessModel model) {
    Set<String> shapes =
        model.all(BpmnShape.class).stream()
            .map(BpmnShape::getBpmnElement)
            .filter(ProcessRule::exists)
            .map(BaseElement::getId)
            .collect(Collectors.toSet());
    model.all(BpmnEdge.class).stream()
        .map(BpmnEdge::getBpmnElement)
        .filter(ProcessRule::exists)
        .map(BaseElement::getId)
        .forEach(shapes::add);
    return shapes;
  }

  private static boolean exists(@Nullable BaseElement element) {
    return element != null;
  }

  private static void checkDrawn(
      FlowElement element, Set<String> drawn, BiConsumer<String, String> breaches) {
    if (!drawn.contains(element.getId())) {
      breaches.accept(
          element.getId(), "Everything that a process does is in its picture; draw this element.");
    }
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
