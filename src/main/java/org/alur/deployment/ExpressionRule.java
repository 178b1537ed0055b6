package org.alur.deployment;

import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * No model runs code that the application did not offer: an expression, wherever it stands, is a
 * variable, a comparison with a constant, a field of the submitted form or a call of an offered
 * method.
 */
@Component
class ExpressionRule implements ModelRule {

  private final AllowedExpressions allowed;

  ExpressionRule(AllowedExpressions allowed) {
    this.allowed = allowed;
  }

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model
        .elements()
        .forEach(
            element ->
                XmlTexts.of(element)
                    .filter(AllowedExpressions::isExpression)
                    .forEach(text -> check(model, element, text, breaches)));
  }

  private void check(
      ProcessModel model, Element element, String text, BiConsumer<String, String> breaches) {
    String id = XmlTexts.idOf(element);
    if (isBusinessKeyHandedOn(element, text)) {
      return;
    }
    allowed.refuse(text).ifPresent(reason -> breaches.accept(id, reason));
    AllowedExpressions.formField(text)
        .filter(field -> !hasField(model, id, field))
        .ifPresent(
            field ->
                breaches.accept(
                    id,
                    "%s names a field that the form of this task does not have."
                        .formatted(text.strip())));
  }

  private static boolean isBusinessKeyHandedOn(Element element, String text) {
    return element.getLocalName().equals("in")
        && text.strip().matches("[#$]\\{execution\\.processBusinessKey\\}");
  }

  /** Only a user task knows its form; what follows a start form is checked when it runs. */
  private static boolean hasField(ProcessModel model, String id, String field) {
    BaseElement owner = model.bpmn().getModelElementById(id);
    if (!(owner instanceof UserTask task)) {
      return true;
    }
    String form = FormReference.of(task).form();
    return form == null || model.forms().getOrDefault(form, Set.of(field)).contains(field);
  }
}
