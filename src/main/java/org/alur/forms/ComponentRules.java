package org.alur.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses a component whose properties the server could not check as the browser does. */
final class ComponentRules {

  private static final List<String> LIMITS = List.of("min", "max", "minLength", "maxLength");
  private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);

  private final Component component;
  private final boolean inOpenRows;

  ComponentRules(Component component, boolean inOpenRows) {
    this.component = component;
    this.inOpenRows = inOpenRows;
  }

  void check() {
    checkCondition();
    if (component.type().isInput()) {
      checkWritable();
      checkLimits();
    }
    switch (component.type()) {
      case TEXTFIELD -> checkText();
      case NUMBER -> checkNumber();
      case DATETIME -> checkDateTime();
      case EXPRESSION -> checkExpression();
      case FILEPICKER -> flagOrExpression("multiple");
      case DYNAMICLIST -> checkList();
      default -> {}
    }
    if (component.type().isChoice()) {
      checkOptions();
    }
  }

  private void checkCondition() {
    JsonNode hide = component.json().path("conditional").path("hide");
    if (!hide.isMissingNode() && !hide.isNull() && !hide.asText().isEmpty()) {
      if (!hide.isTextual() || !Feel.isExpression(hide.textValue())) {
        throw refuse("has a condition that is not a FEEL expression. Start it with =.");
      }
      checkFeel("conditional.hide", hide);
    }
  }

  private void checkWritable() {
    flagOrExpression("readonly");
    boolean fixed = component.flag("disabled") || component.flag("readonly");
    if (inOpenRows && (fixed || component.json().path("readonly").isTextual())) {
      throw refuse(
          "is read-only in rows that people may add and remove, so that the server cannot tell"
              + " which row is which. Switch off adding rows or make the field writable.");
    }
  }

  private void flagOrExpression(String property) {
    JsonNode value = component.json().path(property);
    boolean usable = value.isMissingNode() || value.isNull() || value.isBoolean();
    if (!usable && !(value.isTextual() && Feel.isExpression(value.textValue()))) {
      throw refuse("has " + property + " that is neither true, false nor a FEEL expression.");
    }
    checkFeel(property, value);
  }

  private void checkLimits() {
    for (String limit : LIMITS) {
      JsonNode value = component.rule(limit);
      boolean usable = value.isMissingNode() || value.isNull() || value.isNumber();
      if (!usable && !(value.isTextual() && isLimit(value.textValue()))) {
        throw refuse("has " + limit + " that is neither a number nor a FEEL expression.");
      }
      checkFeel("validate." + limit, value);
    }
  }

  private static boolean isLimit(String text) {
    return text.isEmpty() || Feel.isExpression(text) || Numbers.parse(text).isPresent();
  }

  private void checkText() {
    String type = component.rule("validationType").asText("");
    if (!Set.of("", "custom", "email", "phone").contains(type)) {
      throw refuse("has the validation type \"" + type + "\" that the server does not know.");
    }
    String pattern = component.rule("pattern").asText("");
    if (!pattern.isEmpty()) {
      JavaScriptPattern.refusal(pattern)
          .ifPresent(
              reason -> {
                throw refuse("has a pattern that cannot be used: " + reason);
              });
    }
  }

  private void checkNumber() {
    JsonNode digits = component.json().path("decimalDigits");
    if (!digits.isMissingNode() && !(digits.isInt() && digits.intValue() >= 0)) {
      throw refuse("has decimalDigits that is not a whole number.");
    }
    JsonNode step = component.json().path("increment");
    if (!step.isMissingNode() && Numbers.of(step).filter(n -> n.signum() > 0).isEmpty()) {
      throw refuse("has an increment that is not a number above zero.");
    }
  }

  private void checkDateTime() {
    oneOf("subtype", "date", "time", "datetime");
    oneOf("timeSerializingFormat", "utc_offset", "utc_normalized", "no_timezone");
    JsonNode interval = component.json().path("timeInterval");
    if (!interval.isMissingNode() && !INTERVALS.contains(interval.asInt(0))) {
      throw refuse("has a time interval other than 1, 5, 10, 15, 30 or 60 minutes.");
    }
  }

  private void oneOf(String property, String... allowed) {
    JsonNode value = component.json().path(property);
    if (!value.isMissingNode() && Stream.of(allowed).noneMatch(value.asText()::equals)) {
      throw refuse(
          "has " + property + " \"" + value.asText() + "\" that the server does not know.");
    }
  }

  private void checkExpression() {
    JsonNode expression = component.json().path("expression");
    if (!expression.isTextual() || !Feel.isExpression(expression.textValue())) {
      throw refuse("needs a FEEL expression.");
    }
    oneOf("computeOn", "change", "presubmit");
    checkFeel("expression", expression);
  }

  private void checkList() {
    if (!component.json().path("isRepeating").asBoolean(true)) {
      throw refuse("is a list that does not repeat. Use a group.");
    }
    if (component.children().isEmpty()) {
      throw refuse("is a list without fields.");
    }
  }

  private void checkOptions() {
    JsonNode json = component.json();
    long sources =
        Stream.of("values", "valuesKey", "valuesExpression").filter(json::hasNonNull).count();
    if (sources != 1) {
      throw refuse("needs its options from exactly one of values, valuesKey, valuesExpression.");
    }
    checkFeel("valuesExpression", json.path("valuesExpression"));
    if (json.has("values")) {
      checkStaticOptions(json.path("values"));
    }
  }

  private void checkStaticOptions(JsonNode values) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode option : values) {
      JsonNode value = option.isObject() ? option.path("value") : option;
      if (!value.isValueNode() || value.isNull() || value.asText().isEmpty() || !seen.add(value)) {
        throw refuse("has an option without a value of its own.");
      }
    }
  }

  private void checkFeel(String property, JsonNode value) {
    if (value.isTextual() && Feel.isExpression(value.textValue())) {
      Feel.check(value.textValue())
          .ifPresent(
              reason -> {
                throw refuse("has the expression " + property + " that cannot be used: " + reason);
              });
    }
  }

  private UnusableForm refuse(String message) {
    return UnusableForm.in(component.id(), message);
  }
}
