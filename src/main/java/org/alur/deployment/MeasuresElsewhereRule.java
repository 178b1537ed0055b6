package org.alur.deployment;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** No process but the guard brings a coercive measure into force, and none decides in its place. */
@Component
class MeasuresElsewhereRule implements ModelRule {

  private static final Pattern STEP = Pattern.compile("[$#]\\{\\s*coercionTasks\\b");
  private static final Set<String> FORMS =
      Set.of(
          "request-measure",
          "give-second-opinion",
          "approve-measure",
          "approve-long-placement",
          "review-measure",
          "give-measure-notice",
          "clarify-late-notice");

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model
        .elements()
        .filter(element -> !MeasureGuardRule.GUARD.equals(processOf(element)))
        .forEach(element -> check(element, breaches));
  }

  private static void check(Element element, BiConsumer<String, String> breaches) {
    String id = XmlTexts.idOf(element);
    if (XmlTexts.of(element).anyMatch(text -> STEP.matcher(text).find())) {
      breaches.accept(
          id,
          "Only the process coercive-intervention brings a measure into force, and ends it; call"
              + " that process instead.");
    }
    if (FORMS.contains(element.getAttributeNS(ProcessModel.CAMUNDA, "formRef"))) {
      breaches.accept(
          id,
          "This form decides about a coercive measure and is shown by the process"
              + " coercive-intervention only; call that process instead.");
    }
    if (isHandedToTheGuard(element)) {
      breaches.accept(
          id,
          "What the guard of a measure decides is not handed to it; remove the variable %s."
              .formatted(element.getAttribute("target")));
    }
  }

  private static boolean isHandedToTheGuard(Element element) {
    return element.getLocalName().equals("in")
        && MeasureGuardRule.DECIDED.contains(element.getAttribute("target"))
        && callOf(element).contains(MeasureGuardRule.GUARD);
  }

  private static String callOf(Element element) {
    return element.getParentNode() instanceof Element extensions
            && extensions.getParentNode() instanceof Element call
        ? call.getAttribute("calledElement")
        : "";
  }

  static String processOf(Element element) {
    if (element.getLocalName().equals("process")) {
      return element.getAttribute("id");
    }
    return element.getParentNode() instanceof Element parent ? processOf(parent) : "";
  }
}
