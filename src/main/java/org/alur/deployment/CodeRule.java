package org.alur.deployment;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A model brings no code along and hooks none in: no scripts, classes, listeners or connectors. */
@Component
class CodeRule implements ModelRule {

  private static final Map<String, String> ELEMENTS =
      Map.of(
          "scriptTask", "Scripts are not allowed; use an offered method.",
          "script", "Scripts are not allowed; use an offered method.",
          "executionListener", "Listeners are not allowed; Alur installs its own.",
          "taskListener", "Listeners are not allowed; Alur installs its own.",
          "connector", "Connectors are not allowed; use an offered method.",
          "field", "Injected fields are not allowed; pass arguments to an offered method.",
          "formData", "Fields are described in a Camunda Form, not in the process.",
          "standardLoopCharacteristics", "The engine does not run loops; use a gateway.");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "delegateExpression",
          "type",
          "topic",
          "scriptFormat",
          "resource",
          "taskPriority",
          "variableMappingClass",
          "variableMappingDelegateExpression",
          "caseRef");

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model.elements().forEach(element -> check(element, breaches));
  }

  private static void check(Element element, BiConsumer<String, String> breaches) {
    String id = XmlTexts.idOf(element);
    String forbidden = ELEMENTS.get(element.getLocalName());
    if (forbidden != null) {
      breaches.accept(id, forbidden);
    }
    ATTRIBUTES.stream()
        .filter(name -> element.hasAttributeNS(ProcessModel.CAMUNDA, name))
        .forEach(
            name ->
                breaches.accept(
                    id,
                    "camunda:%s is not allowed; a service task calls an offered method."
                        .formatted(name)));
    if (element.getLocalName().equals("conditionExpression") && element.hasAttribute("language")) {
      breaches.accept(id, "A condition is a comparison, not a script.");
    }
    if (isBare(element, "in") || isBare(element, "out")) {
      breaches.accept(id, "Name each variable that is handed on; \"all\" is not allowed.");
    }
  }

  private static boolean isBare(Element element, String name) {
    return element.getLocalName().equals(name) && "all".equals(element.getAttribute("variables"));
  }
}
