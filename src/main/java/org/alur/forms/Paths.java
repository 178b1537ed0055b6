package org.alur.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  /** How a field is named to the form host: {@code members.1.name}, rows counted from 0. */
  static String name(List<Object> path) {
    return path.stream().map(Object::toString).collect(Collectors.joining("."));
  }
}
