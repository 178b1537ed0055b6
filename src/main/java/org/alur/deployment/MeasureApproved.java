package org.alur.deployment;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * What the last of those who decide approved is in force in the case file, so it has its end date,
 * its reviews and its notice from that moment: nothing lies between the approval and its guard.
 */
final class MeasureApproved {

  static final Gate APPROVAL = Gate.step("recordApproval");
  static final Gate APPROVED = Gate.answer("${measureApproved == 'YES'}");
  static final Gate HEAD = Gate.task("approve-long-placement", "agency-head");
  static final Gate HEAD_DECISION = Gate.step("recordHeadDecision");
  static final Gate HEAD_APPROVED = Gate.answer("${placementApproved == 'YES'}");

  private final ProcessModel model;
  private final ProcessPaths paths;
  private final SubProcess inForce;
  private final BiConsumer<String, String> breaches;

  private MeasureApproved(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    this.model = model;
    this.paths = paths;
    this.inForce = inForce;
    this.breaches = breaches;
  }

  static void check(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    var rule = new MeasureApproved(model, paths, inForce, breaches);
    for (FlowNode node : model.all(FlowNode.class)) {
      if (APPROVAL.is(node)) {
        rule.checkApproval(node);
      } else if (HEAD_DECISION.is(node)) {
        rule.checkBegins(node, rule.yes(node, HEAD_APPROVED));
      }
    }
  }

  private void checkApproval(FlowNode step) {
    Optional<SequenceFlow> yes = yes(step, APPROVED);
    List<SequenceFlow> ways =
        yes.map(SequenceFlow::getTarget).map(paths::leaving).orElse(List.of());
    Optional<SequenceFlow> without =
        ways.stream().filter(flow -> flow.equals(defaultOf(flow.getSource()))).findFirst();
    boolean headIsAsked =
        ways.stream().anyMatch(flow -> Gate.HEAD_DECIDES.is(flow) && HEAD.is(flow.getTarget()));
    if (yes.isPresent() && !(ways.size() == 2 && headIsAsked && without.isPresent())) {
      breaches.accept(
          step.getId(),
          "After the approval the head decides or not, and there is no third way: a gateway with %s"
                  .formatted(Gate.HEAD_DECIDES.what())
              + " to %s, and a default flow.".formatted(HEAD.what()));
      return;
    }
    checkBegins(step, without);
  }

  private void checkBegins(FlowNode step, Optional<SequenceFlow> approved) {
    if (approved.filter(flow -> isAtOnce(flow.getTarget())).isEmpty()) {
      breaches.accept(
          step.getId(),
          "Once it is approved, a measure is in force, so its guard begins at once: lead the"
              + " approval to the sub-process with the reviews, with nothing to wait for between"
              + " them, and a refusal elsewhere.");
    }
  }

  /** The flow for yes, out of a gateway that comes next and knows yes and no. */
  private Optional<SequenceFlow> yes(FlowNode step, Gate answer) {
    return only(paths.leaving(step))
        .map(flow -> paths.leaving(flow.getTarget()))
        .filter(flows -> flows.size() == 2)
        .flatMap(flows -> flows.stream().filter(answer::is).findFirst());
  }

  private boolean isAtOnce(FlowNode node) {
    if (node.isCamundaAsyncBefore()) {
      return false;
    }
    if (node.equals(inForce)) {
      return true;
    }
    if (node instanceof SubProcess scope) {
      return only(List.copyOf(scope.getChildElementsByType(StartEvent.class)))
          .flatMap(start -> only(paths.leaving(start)))
          .filter(flow -> isAtOnce(flow.getTarget()))
          .isPresent();
    }
    return node instanceof ParallelGateway
        && model.all(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getTarget()))
                .count()
            == 1
        && paths.leaving(node).stream().anyMatch(flow -> isAtOnce(flow.getTarget()));
  }

  private static FlowElement defaultOf(FlowNode node) {
    return node instanceof ExclusiveGateway gateway && gateway.getDefault() != null
        ? gateway.getDefault()
        : node;
  }

  private static <T> Optional<T> only(List<T> many) {
    return many.size() == 1 ? Optional.of(many.get(0)) : Optional.empty();
  }
}
