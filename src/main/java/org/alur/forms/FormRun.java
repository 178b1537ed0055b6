package org.alur.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills a form with a submission and finds out which fields are visible, as the form in the browser
 * does it. There, conditions are evaluated twice: first with everything that was typed, in order to
 * take hidden fields out of the data (which puts what they opened with in their place), then with
 * the rest, in order to show the fields.
 */
final class FormRun {

  /** Rows beyond this are refused; no list of a form needs more. */
  static final int MOST_ROWS = 200;

  private static final int MOST_ROUNDS = 12;

  private final FormSchema schema;
  private final Tree submitted;
  private final Tree initial;
  private final Feel feel;
  private Tree state = Tree.empty();
  private Map<List<Object>, Instance> visible = Map.of();
  private boolean settled;

  private FormRun(FormSchema schema, Tree submitted, Tree initial, Feel feel) {
    this.schema = schema;
    this.submitted = submitted;
    this.initial = initial;
    this.feel = feel;
  }

  static FormRun of(FormSchema schema, Tree submitted, Map<String, Object> context, Feel feel) {
    FormRun run = new FormRun(schema, submitted, InitialData.of(schema, context, feel), feel);
    run.settle();
    return run;
  }

  /** Whether the conditions of the form come to a rest. */
  boolean isSettled() {
    return settled;
  }

  /** The fields and lists that the person sees, in the order of the form. */
  List<Instance> visible() {
    return List.copyOf(visible.values());
  }

  @Nullable Object value(Instance instance) {
    return state.get(instance.path());
  }

  Map<String, @Nullable Object> initial() {
    return initial.root();
  }

  /** The number of rows with which a list opened. */
  int initialRows(List<Object> path) {
    return initial.get(path) instanceof List<?> rows ? rows.size() : 0;
  }

  /**
   * What is read-only depends on conditions, conditions depend on values, and read-only values are
   * not the submitted ones: hence the rounds.
   */
  private void settle() {
    for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
      Tree next = Tree.copyOf(initial.root());
      overlay(schema.components(), List.of(), next, round > 0);
      settled = round > 0 && next.root().equals(state.root());
      if (!settled) {
        state = next;
        render();
      }
    }
  }

  private void overlay(
      List<Component> components, List<Object> prefix, Tree next, boolean knowsVisible) {
    for (Component component : components) {
      List<Object> path = Paths.below(prefix, component);
      if (component.type().isInput()) {
        next.set(path, typed(component, path, knowsVisible));
      } else if (component.type().isList()) {
        overlayRows(component, path, next, knowsVisible);
      } else {
        overlay(component.children(), path, next, knowsVisible);
      }
    }
  }

  private @Nullable Object typed(Component component, List<Object> path, boolean knowsVisible) {
    Instance shown = visible.get(path);
    if (component.type() == ComponentType.EXPRESSION) {
      return shown == null ? initial.get(path) : shown.computed();
    }
    if (component.flag("disabled") || component.flag("readonly")) {
      return initial.get(path);
    }
    if (shown != null && shown.fixed()) {
      return initial.get(path);
    }
    if (submitted.has(path)) {
      Object value = submitted.get(path);
      return value == null ? component.type().emptyValue() : value;
    }
    boolean leftEmpty = knowsVisible && shown != null;
    return leftEmpty ? component.type().emptyValue() : initial.get(path);
  }

  private void overlayRows(Component list, List<Object> path, Tree next, boolean knowsVisible) {
    int count = rowCount(list, path, knowsVisible);
    List<@Nullable Object> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object opened = list.hasOpenRows() ? null : initial.get(Paths.below(path, i));
      rows.add(opened == null ? new LinkedHashMap<>() : Tree.copyValue(opened));
    }
    next.set(path, rows);
    for (int i = 0; i < count; i++) {
      overlay(list.children(), Paths.below(path, i), next, knowsVisible);
    }
  }

  private int rowCount(Component list, List<Object> path, boolean knowsVisible) {
    if (!list.hasOpenRows()) {
      return initialRows(path);
    }
    if (submitted.get(path) instanceof List<?> rows) {
      return Math.min(rows.size(), MOST_ROWS);
    }
    return knowsVisible && visible.containsKey(path) ? 0 : initialRows(path);
  }

  private void render() {
    Tree filtered = Tree.copyOf(state.root());
    filter(schema.components(), List.of(), Scope.of(state.root()), filtered, false);
    Map<String, @Nullable Object> data = new LinkedHashMap<>(initial.root());
    data.putAll(filtered.root());
    visible = new LinkedHashMap<>();
    show(schema.components(), List.of(), List.of(), Scope.of(data));
  }

  private void filter(
      List<Component> components, List<Object> prefix, Scope scope, Tree data, boolean hidden) {
    for (Component component : components) {
      List<Object> path = Paths.below(prefix, component);
      boolean gone = hidden || isHidden(component, scope);
      ComponentType type = component.type();
      if (gone && (type.isInput() || type.isList())) {
        data.clear(path);
      } else if (type.isList()) {
        rows(path, scope)
            .forEach(
                (index, row) ->
                    filter(component.children(), Paths.below(path, index), row, data, false));
      } else {
        filter(component.children(), path, scope, data, gone);
      }
    }
  }

  private Map<Integer, Scope> rows(List<Object> path, Scope scope) {
    Map<Integer, Scope> rows = new LinkedHashMap<>();
    if (state.get(path) instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        rows.put(i, scope.row(i, list.get(i)));
      }
    }
    return rows;
  }

  private boolean isHidden(Component component, Scope scope) {
    return component.hide().filter(hide -> feel.holds(hide, scope.variables())).isPresent();
  }

  private void show(
      List<Component> components, List<Object> prefix, List<String> rows, Scope scope) {
    for (Component component : components) {
      if (isHidden(component, scope)) {
        continue;
      }
      List<Object> path = Paths.below(prefix, component);
      if (component.type().isInput()) {
        visible.put(path, instance(component, path, rows, scope));
      } else if (component.type().isList()) {
        showRows(component, path, rows, scope);
      } else {
        show(component.children(), path, rows, scope);
      }
    }
  }

  private void showRows(Component list, List<Object> path, List<String> rows, Scope scope) {
    Instance instance = instance(list, path, rows, scope);
    visible.put(path, instance);
    String label = instance.label();
    rows(path, scope)
        .forEach(
            (index, row) ->
                show(
                    list.children(),
                    Paths.below(path, index),
                    List.of(label + ", row " + (index + 1)),
                    row));
  }

  private Instance instance(
      Component component, List<Object> path, List<String> rows, Scope scope) {
    Map<String, @Nullable Object> variables = scope.variables();
    Optional<String> readonly = component.text("readonly").filter(Feel::isExpression);
    boolean fixed =
        component.flag("disabled")
            || component.flag("readonly")
            || readonly.filter(condition -> feel.holds(condition, variables)).isPresent();
    Object computed =
        component.type() == ComponentType.EXPRESSION
            ? feel.value(component.text("expression").orElse("=null"), variables)
            : null;
    return new Instance(component, path, rows, variables, fixed, computed, feel);
  }
}
