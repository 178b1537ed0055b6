package org.alur.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data with which a form opens: what the case file knows, defaults, and empty values. */
final class InitialData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tree data;
  private final Feel feel;

  private InitialData(Tree data, Feel feel) {
    this.data = data;
    this.feel = feel;
  }

  static Tree of(FormSchema schema, Map<String, Object> context, Feel feel) {
    InitialData initial = new InitialData(Tree.copyOf(context), feel);
    initial.fill(schema.components(), List.of());
    return initial.data;
  }

  private void fill(List<Component> components, List<Object> prefix) {
    for (Component component : components) {
      List<Object> path = Paths.below(prefix, component);
      if (component.type().isInput()) {
        data.set(path, value(component, path));
      } else if (component.type().isList()) {
        fillRows(component, path);
      } else {
        fill(component.children(), path);
      }
    }
  }

  private void fillRows(Component list, List<Object> path) {
    List<@Nullable Object> rows = new ArrayList<>();
    if (data.get(path) instanceof List<?> given) {
      given.forEach(row -> rows.add(row instanceof Map ? row : new LinkedHashMap<>()));
    } else {
      for (int i = 0; i < list.defaultRows(); i++) {
        rows.add(new LinkedHashMap<>());
      }
    }
    data.set(path, rows);
    for (int i = 0; i < rows.size(); i++) {
      fill(list.children(), Paths.below(path, i));
    }
  }

  private @Nullable Object value(Component component, List<Object> path) {
    if (data.has(path)) {
      return usable(component, data.get(path));
    }
    var defaultValue = component.json().path("defaultValue");
    return defaultValue.isMissingNode()
        ? component.type().emptyValue()
        : JSON.convertValue(defaultValue, Object.class);
  }

  private @Nullable Object usable(Component component, @Nullable Object value) {
    ComponentType type = component.type();
    if (value == null) {
      return type.emptyValue();
    }
    boolean nested = value instanceof Map || value instanceof List;
    return switch (type) {
      case TEXTFIELD -> nested ? "" : TextCheck.onOneLine(value.toString());
      case TEXTAREA -> nested ? "" : value.toString();
      case NUMBER -> Numbers.of(value).isPresent() ? value : null;
      case CHECKBOX -> value.equals(true);
      case RADIO, SELECT, CHECKLIST, TAGLIST ->
          Options.of(component, data.root(), data.root(), feel).usable(value);
      default -> value;
    };
  }
}
