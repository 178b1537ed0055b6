package org.alur.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a field offers to choose from. */
final class Options {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Object> values;
  private final boolean multiple;
  private final boolean computed;

  private Options(List<Object> values, boolean multiple, boolean computed) {
    this.values = values;
    this.multiple = multiple;
    this.computed = computed;
  }

  /** The options of a field, from its own list, from the data it opened with or computed. */
  static Options of(
      Component component,
      Map<String, @Nullable Object> initial,
      Map<String, @Nullable Object> scope,
      Feel feel) {
    Optional<String> expression = component.text("valuesExpression");
    Object source =
        expression.isPresent()
            ? feel.value(expression.get(), scope)
            : component
                .text("valuesKey")
                .map(key -> initial.get(key))
                .orElseGet(() -> JSON.convertValue(component.json().path("values"), Object.class));
    return new Options(
        normalised(source), component.type().isMultipleChoice(), expression.isPresent());
  }

  private static List<Object> normalised(@Nullable Object source) {
    List<Object> values = new ArrayList<>();
    if (source instanceof Iterable<?> options) {
      options.forEach(option -> value(option).ifPresent(values::add));
    }
    return values;
  }

  private static Optional<Object> value(@Nullable Object option) {
    if (!(option instanceof Map<?, ?> map)) {
      return primitive(option);
    }
    boolean labelled = map.get("label") instanceof String label && !label.isEmpty();
    Object value = map.get("value");
    if (labelled && value instanceof Map<?, ?> nested && !nested.isEmpty()) {
      return Optional.of(nested);
    }
    return primitive(value);
  }

  private static Optional<Object> primitive(@Nullable Object value) {
    boolean usable =
        value instanceof Number
            || value instanceof Boolean
            || (value instanceof String text && !text.isEmpty());
    return usable ? Optional.ofNullable(value) : Optional.empty();
  }

  /** The listed value that equals the given one, as it is kept. */
  Optional<Object> find(@Nullable Object chosen) {
    Object wanted = plain(chosen);
    return values.stream()
        .filter(value -> value.equals(chosen) || plain(value).equals(wanted))
        .findFirst()
        .map(value -> value instanceof Number ? plain(value) : value);
  }

  /** What is left of a value that the form opens with; computed options are not known then. */
  @Nullable Object usable(Object value) {
    if (computed) {
      return value;
    }
    if (!multiple) {
      return find(value).isPresent() ? value : null;
    }
    return value instanceof List<?> list
        ? list.stream().filter(element -> find(element).isPresent()).toList()
        : List.of();
  }

  private static Object plain(@Nullable Object value) {
    if (value instanceof Number) {
      return Numbers.of(value).flatMap(Numbers::kept).orElse("");
    }
    return value == null ? "" : value;
  }
}
