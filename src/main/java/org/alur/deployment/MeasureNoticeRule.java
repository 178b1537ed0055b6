package org.alur.deployment;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Whom a measure compels is told: the notice is asked for in the moment in which the measure comes
 * into force, nothing cuts it short, and the supervisor learns when it is late.
 */
final class MeasureNoticeRule {

  private static final Gate NOTICE = Gate.task("give-measure-notice", "caseworker");
  private static final Gate RECORD = Gate.step("recordNotice");
  private static final Gate LATE = Gate.task("clarify-late-notice", "supervisor");
  private static final Duration LONGEST = Duration.ofHours(24);

  private MeasureNoticeRule() {}

  static void check(
      ProcessModel model,
      ProcessPaths paths,
      SubProcess inForce,
      BiConsumer<String, String> breaches) {
    List<SequenceFlow> entries =
        model.all(SequenceFlow.class).stream()
            .filter(flow -> inForce.equals(flow.getTarget()))
            .toList();
    if (entries.isEmpty() || !entries.stream().allMatch(flow -> givesNotice(paths, flow))) {
      breaches.accept(
          inForce.getId(),
          "Whom a measure compels is told at once: a parallel gateway leads into force and to %s at"
                  .formatted(NOTICE.what())
              + " the same time.");
    }
    model.all(FlowNode.class).stream()
        .filter(NOTICE::is)
        .forEach(task -> checkNotice(model, paths, task, breaches));
  }

  private static boolean givesNotice(ProcessPaths paths, SequenceFlow entry) {
    return entry.getSource() instanceof ParallelGateway gateway
        && paths.leaving(gateway).stream().map(SequenceFlow::getTarget).anyMatch(NOTICE::is);
  }

  private static void checkNotice(
      ProcessModel model, ProcessPaths paths, FlowNode task, BiConsumer<String, String> breaches) {
    if (!leadsOnlyTo(paths, task, RECORD)) {
      breaches.accept(
          task.getId(), "The notice is filed: lead this to %s.".formatted(RECORD.what()));
    }
    if (around(model, task).anyMatch(BoundaryEvent::cancelActivity)) {
      breaches.accept(
          task.getId(),
          "Nothing cuts the notice of a measure short, the end of the measure neither; take it out"
              + " of what an event interrupts.");
    }
    if (boundaries(model, task).noneMatch(event -> escalates(paths, event))) {
      breaches.accept(
          task.getId(),
          "A notice is late after 24 hours at most: a timer that does not interrupt leads to %s."
              .formatted(LATE.what()));
    }
  }

  private static boolean escalates(ProcessPaths paths, BoundaryEvent event) {
    return !event.cancelActivity()
        && event.getEventDefinitions().stream()
            .anyMatch(each -> each instanceof TimerEventDefinition timer && isSoon(timer))
        && leadsOnlyTo(paths, event, LATE);
  }

  private static boolean isSoon(TimerEventDefinition timer) {
    if (timer.getTimeDuration() == null) {
      return false;
    }
    try {
      return Duration.parse(timer.getTimeDuration().getTextContent().strip()).compareTo(LONGEST)
          <= 0;
    } catch (DateTimeParseException notDuration) {
      return false;
    }
  }

  private static boolean leadsOnlyTo(ProcessPaths paths, FlowElement from, Gate gate) {
    List<SequenceFlow> flows = paths.leaving(from);
    return !flows.isEmpty() && flows.stream().map(SequenceFlow::getTarget).allMatch(gate::is);
  }

  /** The boundary events of a task and of all that it stands in. */
  private static Stream<BoundaryEvent> around(ProcessModel model, FlowNode node) {
    Stream<BoundaryEvent> outer =
        node.getParentElement() instanceof SubProcess scope ? around(model, scope) : Stream.empty();
    return Stream.concat(boundaries(model, node), outer);
  }

  private static Stream<BoundaryEvent> boundaries(ProcessModel model, FlowNode node) {
    return model.all(BoundaryEvent.class).stream()
        .filter(event -> node.equals(event.getAttachedTo()));
  }
}
