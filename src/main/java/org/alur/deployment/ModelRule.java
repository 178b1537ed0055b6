package org.alur.deployment;

import java.util.function.BiConsumer;

/** Something that every new model has to keep to. */
interface ModelRule {

  /**
   * Checks one process model.
   *
   * @param breaches takes the id of an element and a sentence that says which rule it breaks
   */
  void check(ProcessModel model, BiConsumer<String, String> breaches);
}
