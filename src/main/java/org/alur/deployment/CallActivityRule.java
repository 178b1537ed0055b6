package org.alur.deployment;

import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A call hands the case number on and calls the newest version of a process. */
@Component
class CallActivityRule implements ModelRule {

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    for (CallActivity call : model.all(CallActivity.class)) {
      String binding = call.getCamundaCalledElementBinding();
      if (binding != null && !binding.equals("latest")) {
        breaches.accept(call.getId(), "A call uses the newest version of the process.");
      }
      if (!handsCaseNumberOn(call.getExtensionElements())) {
        breaches.accept(
            call.getId(),
            "A call hands the case number on: <camunda:in"
                + " businessKey=\"#{execution.processBusinessKey}\" />.");
      }
    }
  }

  private static boolean handsCaseNumberOn(@Nullable ExtensionElements extensions) {
    return extensions != null
        && extensions.getElementsQuery().filterByType(CamundaIn.class).list().stream()
            .anyMatch(in -> in.getCamundaBusinessKey() != null);
  }
}
