package org.alur.deployment;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A process model and what is deployed together with it.
 *
 * @param bpmn the model
 * @param forms the ids of the forms in the same deployment, with the keys of their fields
 * @param decisions the ids of the decisions in the same deployment
 */
record ProcessModel(
    BpmnModelInstance bpmn, Map<String, Set<String>> forms, Set<String> decisions) {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** All elements of a type. */
  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  /** Every XML element, the extensions included. */
  Stream<DomElement> elements() {
    return withChildren(bpmn.getDocument().getRootElement());
  }

  static Stream<DomElement> withChildren(DomElement element) {
    return Stream.concat(
        Stream.of(element), element.getChildElements().stream().flatMap(ProcessModel::withChildren));
  }

  /** The id of an element, or of the nearest one around it that has an id. */
  static String idOf(DomElement element) {
    String id = element.getAttribute("id");
    if (id != null) {
      return id;
    }
    DomElement parent = element.getParentElement();
    return parent == null ? element.getLocalName() : idOf(parent);
  }
}
