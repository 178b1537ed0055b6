package org.alur.deployment;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Element;

/** What a decision may contain: tables in FEEL, and nothing that runs code. */
final class DecisionTables {

  private static final List<String> FEEL =
      List.of(
          "feel",
          "https://www.omg.org/spec/DMN/20191111/FEEL/",
          "http://www.omg.org/spec/FEEL/20140401");

  private DecisionTables() {}

  static Set<String> ids(DmnModelInstance model) {
    return model.getModelElementsByType(Decision.class).stream()
        .map(Decision::getId)
        .collect(Collectors.toSet());
  }

  static void check(DmnModelInstance model, BiConsumer<String, String> breaches) {
    XmlTexts.elements(model.getDocument()).forEach(element -> check(element, breaches));
  }

  private static void check(Element element, BiConsumer<String, String> breaches) {
    String id = XmlTexts.idOf(element);
    String language = element.getAttribute("expressionLanguage");
    if (!language.isEmpty() && !FEEL.contains(language)) {
      breaches.accept(id, "A decision is written in FEEL, not in %s.".formatted(language));
    }
    XmlTexts.of(element)
        .filter(
            text ->
                AllowedExpressions.isExpression(text) || text.matches("(?s).*\\bexternal\\s*\\{.*"))
        .forEach(
            text -> breaches.accept(id, "A decision calls no code: %s".formatted(text.strip())));
  }
}
