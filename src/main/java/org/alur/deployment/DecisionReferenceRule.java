package org.alur.deployment;

import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.springframework.stereotype.Component;

/** A business rule task names a decision that is deployed with it. */
@Component
class DecisionReferenceRule implements ModelRule {

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
      String decision = task.getCamundaDecisionRef();
      if (decision == null) {
        breaches.accept(task.getId(), "A business rule task needs a decision.");
      } else if (!model.decisions().contains(decision)) {
        breaches.accept(
            task.getId(),
            "The decision \"%s\" is not part of the deployment; add it.".formatted(decision));
      }
      if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
        breaches.accept(
            task.getId(),
            "The decision must be bound to the deployment, so that a running case keeps it.");
      }
    }
  }
}
