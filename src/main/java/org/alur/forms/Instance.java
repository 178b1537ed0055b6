package org.alur.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field or list as it stands in a filled form: once, or once per row.
 *
 * @param component what it is
 * @param path where its value is
 * @param rows the words that lead to its row, like "Members, row 2"
 * @param scope what its expressions see
 * @param fixed whether people cannot change it
 * @param computed the value of an expression field
 * @param feel evaluates its expressions
 */
record Instance(
    Component component,
    List<Object> path,
    List<String> rows,
    Map<String, @Nullable Object> scope,
    boolean fixed,
    @Nullable Object computed,
    Feel feel) {

  /** A rule that may be a FEEL expression; empty if there is none or it comes out as null. */
  Optional<Object> limit(String name) {
    var rule = component.rule(name);
    if (rule.isTextual() && Feel.isExpression(rule.textValue())) {
      return Optional.ofNullable(feel.value(rule.textValue(), scope));
    }
    return Numbers.of(rule).map(number -> number);
  }

  /** A limit for a length; one that is no number limits nothing, as in the browser. */
  Optional<BigDecimal> lengthLimit(String name) {
    return limit(name).flatMap(Numbers::of);
  }

  /** The field as the person sees it, with its row. */
  String label() {
    String label = Label.of(component.labelSource(), scope, feel);
    String seen = label.isBlank() ? String.join(".", component.path()) : label;
    return rows.isEmpty() ? seen : String.join(", ", rows) + ", " + seen;
  }
}
