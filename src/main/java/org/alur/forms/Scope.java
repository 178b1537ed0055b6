package org.alur.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of a form can refer to at one place of it.
 *
 * @param data the data of the whole form
 * @param self the row, or the data of the whole form outside of rows: {@code this}
 * @param parent what {@code this} is one level up
 * @param positions the number of the row on each level, counted from 1: {@code i}
 */
record Scope(
    Map<String, @Nullable Object> data,
    @Nullable Object self,
    @Nullable Object parent,
    List<Object> positions) {

  static Scope of(Map<String, @Nullable Object> data) {
    return new Scope(data, data, null, List.of());
  }

  /** The scope of one row of a list. */
  Scope row(int index, @Nullable Object row) {
    List<Object> deeper = new ArrayList<>(positions);
    deeper.add(index + 1);
    return new Scope(data, row, variables(self instanceof Map<?, ?> map ? map : Map.of()), deeper);
  }

  /** The variables as form-js names them; data of the form go before the special names. */
  Map<String, @Nullable Object> variables() {
    return variables(data);
  }

  private Map<String, @Nullable Object> variables(Map<?, ?> visible) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("this", self);
    variables.put("parent", parent);
    variables.put("i", positions);
    visible.forEach((name, value) -> variables.put(String.valueOf(name), value));
    variables.put("_this_", self);
    variables.put("_parent_", parent);
    variables.put("_i_", positions);
    return variables;
  }
}
