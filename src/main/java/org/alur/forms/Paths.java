package org.alur.forms;

import java.util.ArrayList;
import java.util.List;

/** Paths into the data of a form. */
final class Paths {

  private Paths() {}

  static List<Object> below(List<Object> prefix, Component component) {
    List<Object> path = new ArrayList<>(prefix);
    path.addAll(component.path());
    return path;
  }

  static List<Object> below(List<Object> prefix, int index) {
    List<Object> path = new ArrayList<>(prefix);
    path.add(index);
    return path;
  }

  /** How a field is named to the form host: {@code members[1].name}, rows counted from 0. */
  static String name(List<Object> path) {
    StringBuilder name = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer row) {
        name.append('[').append(row).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step);
      }
    }
    return name.toString();
  }
}
