package org.alur.deployment;

/**
 * A rule that a model breaks.
 *
 * @param resource the file as it was deployed
 * @param element the id of the element, or of the file's form or decision
 * @param sentence which rule, and what to do
 */
record Breach(String resource, String element, String sentence) {

  @Override
  public String toString() {
    return "%s, %s: %s".formatted(resource, element, sentence);
  }
}
