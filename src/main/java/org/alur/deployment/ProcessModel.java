package org.alur.deployment;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/**
 * A process model and what is deployed together with it.
 *
 * @param bpmn the model
 * @param forms the ids of the forms in the same deployment, with the keys of their fields
 * @param decisions the ids of the decisions in the same deployment
 */
record ProcessModel(BpmnModelInstance bpmn, Map<String, Set<String>> forms, Set<String> decisions) {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** All elements of a type. */
  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  /** Every XML element, the extensions included. */
  Stream<Element> elements() {
    return XmlTexts.elements(bpmn.getDocument());
  }
}
