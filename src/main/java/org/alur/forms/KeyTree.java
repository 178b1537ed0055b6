package org.alur.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places where the fields of a form keep their values. */
final class KeyTree {

  private final Map<String, KeyTree> children = new LinkedHashMap<>();
  private boolean leaf;
  private boolean rows;

  static KeyTree of(List<Component> components) {
    KeyTree root = new KeyTree();
    components.forEach(root::add);
    return root;
  }

  private void add(Component component) {
    if (component.type().isInput()) {
      claim(component, true);
    } else if (component.type().isList()) {
      KeyTree list = claim(component, false);
      list.rows = true;
      component.children().forEach(list::add);
    } else if (component.type().isContainer()) {
      KeyTree group = descend(component, component.path());
      component.children().forEach(group::add);
    }
  }

  /** Two fields must not write to the same place, as form-js demands too. */
  private KeyTree claim(Component component, boolean asLeaf) {
    List<String> path = component.path();
    KeyTree parent = descend(component, path.subList(0, path.size() - 1));
    String last = path.get(path.size() - 1);
    if (parent.children.containsKey(last)) {
      throw taken(component);
    }
    KeyTree place = new KeyTree();
    place.leaf = asLeaf;
    parent.children.put(last, place);
    return place;
  }

  private KeyTree descend(Component component, List<String> path) {
    KeyTree place = this;
    for (String name : path) {
      place = place.children.computeIfAbsent(name, any -> new KeyTree());
      if (place.leaf || place.rows) {
        throw taken(component);
      }
    }
    return place;
  }

  private static UnusableForm taken(Component component) {
    return UnusableForm.in(
        component.id(),
        "writes to \""
            + String.join(".", component.path())
            + "\" where another component writes too. Give it another key.");
  }

  Set<String> names() {
    return children.keySet();
  }

  Optional<KeyTree> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  /** Whether a single value stands here. */
  boolean isLeaf() {
    return leaf;
  }

  /** Whether the rows of a list stand here. */
  boolean isRows() {
    return rows;
  }
}
