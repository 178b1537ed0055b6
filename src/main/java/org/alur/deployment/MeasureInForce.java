package org.alur.deployment;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a measure in force keeps: an end date that interrupts, reviews, and an end on each way out.
 */
final class MeasureInForce {

  private static final Gate END = Gate.step("endMeasure");
  private static final Gate REQUEST = Gate.task("request-measure", "caseworker");
  private static final Gate REVIEW = Gate.task("review-measure", "supervisor");
  private static final Gate RECORD = Gate.step("recordReview");
  private static final Gate ENDED = Gate.answer("${reviewOutcome == 'END'}");

  private MeasureInForce() {}

  static void check(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    checkEndDate(model, inForce, breaches);
    checkWaysOut(model, paths, inForce, breaches);
    checkNoWayBack(model, paths, inForce, breaches);
    checkReviews(paths, inForce, breaches);
    checkNothingCutsItShort(model, breaches);
  }

  private static void checkEndDate(
      ProcessModel model, SubProcess inForce, BiConsumer<String, String> breaches) {
    boolean ends =
        boundaries(model, inForce)
            .anyMatch(event -> event.cancelActivity() && isTimer(event, "${validUntil}"));
    if (!ends || inForce.getLoopCharacteristics() != null) {
      breaches.accept(
          inForce.getId(),
          "An interrupting timer at ${validUntil} ends a measure even if nobody acts; put it on this"
              + " sub-process.");
    }
  }

  private static void checkWaysOut(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    Stream.concat(
            Stream.of(inForce), boundaries(model, inForce).filter(BoundaryEvent::cancelActivity))
        .filter(
            node ->
                paths.leaving(node).isEmpty()
                    || !paths.leaving(node).stream().map(SequenceFlow::getTarget).allMatch(END::is))
        .forEach(
            node ->
                breaches.accept(
                    node.getId(),
                    "A measure that is no longer in force is ended in the case file at once: lead"
                        + " this to ${coercionTasks.endMeasure(execution)}."));
  }

  private static void checkNoWayBack(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    List<FlowElement> ends = model.all(FlowElement.class).stream().filter(END::is).toList();
    if (paths.from(after(paths, ends), REQUEST::is).contains(inForce)) {
      breaches.accept(
          inForce.getId(),
          "What has ended does not come into force again: going on begins with %s."
              .formatted(REQUEST.what()));
    }
  }

  private static void checkReviews(
      ProcessPaths paths, SubProcess inForce, BiConsumer<String, String> breaches) {
    Predicate<FlowElement> due = MeasureInForce::isReviewTimer;
    boolean kept =
        leadsTo(paths, inside(inForce, StartEvent.class::isInstance), due)
            && leadsTo(paths, after(paths, inside(inForce, due)), REVIEW::is)
            && leadsTo(paths, inside(inForce, REVIEW::is), RECORD::is)
            && leadsTo(paths, after(paths, inside(inForce, RECORD::is)), due.or(ENDED::is))
            && leadsTo(paths, after(paths, inside(inForce, RECORD::is)), due)
            && paths.from(inside(inForce, ENDED::is), due).stream()
                .anyMatch(element -> isEnd(paths, element));
    if (!kept) {
      breaches.accept(
          inForce.getId(),
          "While a measure is in force, it is reviewed each time that ${reviewEvery} has passed,"
              + " the review is recorded, and ${reviewOutcome == 'END'} ends it.");
    }
  }

  /** Whether each way from some elements comes to a gate before the next review or the end. */
  private static boolean leadsTo(
      ProcessPaths paths, List<FlowElement> from, Predicate<FlowElement> gate) {
    Predicate<FlowElement> over = gate.or(ENDED::is);
    return paths.from(from, any -> false).stream().anyMatch(gate)
        && paths.from(from, over).stream()
            .noneMatch(element -> isEnd(paths, element) || isReviewTimer(element));
  }

  private static List<FlowElement> inside(SubProcess inForce, Predicate<FlowElement> test) {
    return inForce.getFlowElements().stream().filter(test).toList();
  }

  private static List<FlowElement> after(ProcessPaths paths, List<FlowElement> elements) {
    return elements.stream()
        .flatMap(element -> paths.leaving(element).stream())
        .map(FlowElement.class::cast)
        .toList();
  }

  private static boolean isEnd(ProcessPaths paths, FlowElement element) {
    return element instanceof FlowNode && paths.leaving(element).isEmpty();
  }

  private static boolean isReviewTimer(FlowElement element) {
    return element instanceof IntermediateCatchEvent event
        && event.getEventDefinitions().stream()
            .anyMatch(each -> isTimer(each, "${reviewEvery}", false));
  }

  private static boolean isTimer(BoundaryEvent event, String date) {
    return event.getEventDefinitions().stream().anyMatch(each -> isTimer(each, date, true));
  }

  private static boolean isTimer(EventDefinition definition, String text, boolean isDate) {
    if (!(definition instanceof TimerEventDefinition timer)) {
      return false;
    }
    @Nullable Expression when = isDate ? timer.getTimeDate() : timer.getTimeDuration();
    return when != null && text.equals(when.getTextContent().strip());
  }

  private static Stream<BoundaryEvent> boundaries(ProcessModel model, SubProcess inForce) {
    return model.all(BoundaryEvent.class).stream()
        .filter(event -> inForce.equals(event.getAttachedTo()));
  }

  /** Whatever ends the whole process would leave the measure in force without its guard. */
  private static void checkNothingCutsItShort(
      ProcessModel model, BiConsumer<String, String> breaches) {
    model.all(EndEvent.class).stream()
        .filter(event -> !event.getEventDefinitions().isEmpty())
        .forEach(
            event ->
                breaches.accept(
                    event.getId(),
                    "Nothing cuts the guard of a measure short: use an end event without"
                        + " termination, error or escalation."));
    model.all(SubProcess.class).stream()
        .filter(SubProcess::triggeredByEvent)
        .filter(
            scope ->
                scope.getChildElementsByType(StartEvent.class).stream()
                    .anyMatch(StartEvent::isInterrupting))
        .forEach(
            scope ->
                breaches.accept(
                    scope.getId(),
                    "Nothing cuts the guard of a measure short: an event sub-process does not"
                        + " interrupt it."));
  }
}
