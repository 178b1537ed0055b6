package org.alur.deployment;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/**
 * Time of a service level only tells somebody that a step is late; the step still has to be done.
 * Time by law ends what it is about: what is over is over, even if nobody acts.
 */
@Component
class TimerRule implements ModelRule {

  /** Dates on which something legally ends go by these names: validUntil, noticeEndsAt. */
  private static final Pattern EXPIRY = Pattern.compile("\\$\\{(validUntil|[a-z][A-Za-z]*EndsAt)}");

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model.all(BoundaryEvent.class).forEach(event -> check(event, event.cancelActivity(), breaches));
    model.all(StartEvent.class).stream()
        .filter(
            event ->
                event.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent())
        .forEach(event -> check(event, event.isInterrupting(), breaches));
  }

  private static void check(
      CatchEvent event, boolean interrupts, BiConsumer<String, String> breaches) {
    event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(TimerEventDefinition.class::cast)
        .filter(timer -> isExpiry(timer) != interrupts)
        .forEach(timer -> breaches.accept(event.getId(), sentence(interrupts)));
  }

  private static boolean isExpiry(TimerEventDefinition timer) {
    return timer.getTimeDate() != null
        && EXPIRY.matcher(timer.getTimeDate().getTextContent().strip()).matches();
  }

  private static String sentence(boolean interrupts) {
    return interrupts
        ? "A step that is late still has to be done: let this timer not interrupt. Only a date on which"
            + " something legally ends interrupts, and its variable is called validUntil or ends in"
            + " EndsAt."
        : "What legally ends is over even if nobody acts: let the timer of this date interrupt.";
  }
}
