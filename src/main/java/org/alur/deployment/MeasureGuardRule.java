package org.alur.deployment;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/**
 * The process that guards coercive measures keeps its gates, however it is redrawn: each way into
 * force passes all of them in their order.
 */
@Component
class MeasureGuardRule implements ModelRule {

  static final String GUARD = "coercive-intervention";

  /** What the guard's own steps and forms write, and its gates and timers read. */
  static final Set<String> DECIDED =
      Set.of(
          "measureId",
          "validUntil",
          "reviewEvery",
          "headDecides",
          "opinionAgrees",
          "measureApproved",
          "placementApproved",
          "reviewOutcome");

  private static final List<Gate> GATES =
      List.of(
          Gate.task("request-measure", "caseworker"),
          Gate.step("recordRequest"),
          Gate.task("give-second-opinion", "clinician", "caseworker"),
          Gate.step("recordOpinion"),
          Gate.answer("${opinionAgrees == 'YES'}"),
          Gate.task("approve-measure", "supervisor"),
          MeasureApproved.APPROVAL,
          MeasureApproved.APPROVED);

  private static final List<Gate> GATES_OF_THE_HEAD =
      List.of(MeasureApproved.HEAD, MeasureApproved.HEAD_DECISION, MeasureApproved.HEAD_APPROVED);

  private static final Gate REVIEW = Gate.task("review-measure", "supervisor");

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    if (model.all(Process.class).stream().noneMatch(process -> GUARD.equals(process.getId()))) {
      return;
    }
    if (model.all(Process.class).size() > 1) {
      breaches.accept(GUARD, "The guard of a measure stands in a file of its own.");
    }
    List<SubProcess> inForce =
        model.all(SubProcess.class).stream()
            .filter(scope -> scope.getFlowElements().stream().anyMatch(REVIEW::is))
            .toList();
    if (inForce.size() != 1) {
      breaches.accept(
          GUARD,
          "A measure is in force in one sub-process, in which it is reviewed (%s)."
              .formatted(REVIEW.what()));
      return;
    }
    ProcessPaths paths = new ProcessPaths(model);
    checkDrawn(model, breaches);
    checkGates(paths, inForce.get(0), breaches);
    MeasureApproved.check(model, paths, inForce.get(0), breaches);
    MeasureInForce.check(model, paths, inForce.get(0), breaches);
    MeasureNoticeRule.check(model, paths, inForce.get(0), breaches);
    MeasureVariables.check(model, breaches);
  }

  /** Other rules follow the flows that are drawn, each step once. */
  private static void checkDrawn(ProcessModel model, BiConsumer<String, String> breaches) {
    Stream.concat(
            Stream.concat(
                model.all(LinkEventDefinition.class).stream(),
                model.all(CompensateEventDefinition.class).stream()),
            model.all(Activity.class).stream().filter(Activity::isForCompensation))
        .forEach(
            jump ->
                breaches.accept(
                    jump.getId(),
                    "The guard of a measure goes the ways that are drawn: draw a flow in place of a"
                        + " link or a compensation."));
    model.all(LoopCharacteristics.class).stream()
        .filter(loop -> !(loop.getParentElement() instanceof CallActivity))
        .forEach(
            loop ->
                breaches.accept(
                    ((BaseElement) loop.getParentElement()).getId(),
                    "Nothing in the guard of a measure is repeated but the services: take the"
                        + " repetition out."));
  }

  private static void checkGates(
      ProcessPaths paths, SubProcess inForce, BiConsumer<String, String> breaches) {
    for (int place = 0; place < GATES.size(); place++) {
      Gate gate = GATES.get(place);
      Gate next = place + 1 < GATES.size() ? GATES.get(place + 1) : new Gate("", inForce::equals);
      if (!paths.areKept(gate::is, next::is) || !paths.areKept(gate::is, inForce::equals)) {
        breaches.accept(inForce.getId(), missing(gate));
      }
    }
    for (Gate gate : GATES_OF_THE_HEAD) {
      boolean kept =
          paths.areKept(
              element -> gate.is(element) || goesRoundTheHead(paths, element), inForce::equals);
      if (!kept || paths.fromStart(any -> false).stream().noneMatch(gate::is)) {
        breaches.accept(inForce.getId(), missing(gate));
      }
    }
  }

  private static String missing(Gate gate) {
    return "A measure would come into force without its gate: %s. Put it back into its place."
        .formatted(gate.what());
  }

  /** The way for measures about which the head does not decide. */
  private static boolean goesRoundTheHead(ProcessPaths paths, FlowElement element) {
    return element instanceof SequenceFlow flow
        && !Gate.HEAD_DECIDES.is(flow)
        && paths.leaving(flow.getSource()).stream().anyMatch(Gate.HEAD_DECIDES::is);
  }
}
