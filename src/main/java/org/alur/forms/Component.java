package org.alur.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One component of a form.
 *
 * @param id unique in the form
 * @param type what it is
 * @param path where its value stands below its parent: the key or the path, split at the dots;
 *     empty for what has no value and for a group without a path
 * @param json all its properties
 * @param children what it contains, in order
 */
record Component(
    String id, ComponentType type, List<String> path, JsonNode json, List<Component> children) {

  /** A property that is a text, if it is there and not empty. */
  Optional<String> text(String property) {
    return Optional.of(json.path(property))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isEmpty());
  }

  /** A property that is true or false, false if it is missing. */
  boolean flag(String property) {
    return json.path(property).isBoolean() && json.path(property).booleanValue();
  }

  /** A rule of the field, missing if it is not there. */
  JsonNode rule(String name) {
    return json.path("validate").path(name);
  }

  boolean isRequired() {
    return rule("required").isBoolean() && rule("required").booleanValue();
  }

  /** The condition under which it is hidden. */
  Optional<String> hide() {
    return Optional.of(json.path("conditional").path("hide"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(Feel::isExpression);
  }

  /** Whether people may add and remove rows. */
  boolean hasOpenRows() {
    return type.isList() && json.path("allowAddRemove").asBoolean(true);
  }

  /** How many rows a list shows before anybody filled it. */
  int defaultRows() {
    return json.path("defaultRepetitions").asInt(1);
  }

  /** The words that stand beside the field; may be a template or an expression. */
  String labelSource() {
    return text("label")
        .or(() -> text("dateLabel"))
        .or(() -> text("timeLabel"))
        .orElseGet(() -> path.isEmpty() ? id : String.join(".", path));
  }
}
