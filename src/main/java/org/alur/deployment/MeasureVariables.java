package org.alur.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What decides about a measure comes from the guard's own steps and forms, and from nothing else.
 */
final class MeasureVariables {

  /** A variable, the form that decides it, and its field. */
  private static final Map<String, Map.Entry<String, String>> FROM_FORMS =
      Map.of(
          "opinionAgrees", Map.entry("give-second-opinion", "${form.agrees}"),
          "measureApproved", Map.entry("approve-measure", "${form.approval}"),
          "placementApproved", Map.entry("approve-long-placement", "${form.approval}"),
          "reviewOutcome", Map.entry("review-measure", "${form.outcome}"));

  /** What the forms of the guard have to ask, so that the case file can check it. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "request-measure",
              Set.of(
                  "kind", "legalBasis", "documentNumber", "necessity", "lessRestrictive", "endsAt"),
          "give-second-opinion", Set.of("agrees", "opinion"),
          "approve-measure", Set.of("approval", "reason"),
          "approve-long-placement", Set.of("approval", "reason"),
          "review-measure", Set.of("clientHeard", "clientView", "outcome", "reason"),
          "give-measure-notice",
              Set.of(
                  "personTold",
                  "personReason",
                  "familyTold",
                  "familyReason",
                  "legalAid",
                  "legalAidProvider"));

  /** Attributes of the engine that name a variable to write. */
  private static final List<String> WRITING =
      List.of(
          "resultVariable",
          "elementVariable",
          "errorCodeVariable",
          "errorMessageVariable",
          "escalationCodeVariable",
          "initiator");

  private MeasureVariables() {}

  static void check(ProcessModel model, BiConsumer<String, String> breaches) {
    model.elements().forEach(element -> checkWritten(element, breaches));
    FIELDS.forEach((form, fields) -> checkFields(model, form, fields, breaches));
  }

  private static void checkWritten(Element element, BiConsumer<String, String> breaches) {
    written(element)
        .filter(MeasureGuardRule.DECIDED::contains)
        .filter(variable -> !isFromItsForm(element, variable))
        .forEach(
            variable ->
                breaches.accept(
                    XmlTexts.idOf(element),
                    "%s is written by the guard's own steps and forms only; remove it here."
                        .formatted(variable)));
  }

  private static Stream<String> written(Element element) {
    return switch (element.getLocalName()) {
      case "outputParameter", "inputParameter" -> Stream.of(element.getAttribute("name"));
      case "out" -> Stream.of(element.getAttribute("target"));
      default -> WRITING.stream().map(name -> element.getAttributeNS(ProcessModel.CAMUNDA, name));
    };
  }

  private static boolean isFromItsForm(Element parameter, String variable) {
    Map.Entry<String, String> source = FROM_FORMS.get(variable);
    return source != null
        && parameter.getLocalName().equals("outputParameter")
        && source.getValue().equals(parameter.getTextContent().strip())
        && source.getKey().equals(formAround(parameter));
  }

  private static String formAround(Element element) {
    if (element.hasAttributeNS(ProcessModel.CAMUNDA, "formRef")) {
      return element.getAttributeNS(ProcessModel.CAMUNDA, "formRef");
    }
    return element.getParentNode() instanceof Element parent ? formAround(parent) : "";
  }

  private static void checkFields(
      ProcessModel model, String form, Set<String> fields, BiConsumer<String, String> breaches) {
    Set<String> asked = model.forms().getOrDefault(form, fields);
    fields.stream()
        .filter(field -> !asked.contains(field))
        .sorted()
        .forEach(
            field ->
                breaches.accept(
                    form,
                    "The form of a measure asks for %s; put the field back.".formatted(field)));
  }
}
