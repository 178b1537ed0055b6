package org.alur.deployment;

import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** A start event that has a form has one that is deployed with it. */
@Component
class StartFormRule implements ModelRule {

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model.all(StartEvent.class).stream()
        .map(FormReference::of)
        .filter(FormReference::isThere)
        .forEach(reference -> reference.check(model, breaches));
  }
}
