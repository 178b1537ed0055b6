package org.alur.deployment;

import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;

/**
 * How a user task or start event names its form.
 *
 * @param element the id of the task or event
 * @param form the id of the form
 * @param binding which version of the form
 * @param otherKind whether another kind of form is named as well
 */
record FormReference(
    String element, @Nullable String form, @Nullable String binding, boolean otherKind) {

  static FormReference of(FlowNode node) {
    String camunda = ProcessModel.CAMUNDA;
    boolean other =
        node.getAttributeValueNs(camunda, "formKey") != null
            || node.getAttributeValueNs(camunda, "formHandlerClass") != null;
    return new FormReference(
        node.getId(),
        node.getAttributeValueNs(camunda, "formRef"),
        node.getAttributeValueNs(camunda, "formRefBinding"),
        other);
  }

  boolean isThere() {
    return form != null || otherKind;
  }

  void check(ProcessModel model, BiConsumer<String, String> breaches) {
    if (otherKind) {
      breaches.accept(element, "Only Camunda Forms are shown; remove the form key.");
    }
    if (form == null) {
      breaches.accept(element, "A user task needs a form (Forms > Type: Camunda Forms).");
      return;
    }
    if (!"deployment".equals(binding)) {
      breaches.accept(
          element, "The form must be bound to the deployment, so that a running case keeps it.");
    }
    if (!model.forms().containsKey(form)) {
      breaches.accept(
          element, "The form \"%s\" is not part of the deployment; add it.".formatted(form));
    }
  }
}
