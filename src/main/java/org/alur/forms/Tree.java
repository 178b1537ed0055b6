package org.alur.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Nested data of a form, made of maps, lists and plain values. A path has names for the entries of
 * maps and whole numbers for the entries of lists.
 */
final class Tree {

  private final Map<String, @Nullable Object> root;

  private Tree(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  static Tree empty() {
    return new Tree(new LinkedHashMap<>());
  }

  /** A copy, so that nothing that happens to this one is seen elsewhere. */
  static Tree copyOf(Map<?, ?> map) {
    return new Tree(copyMap(map));
  }

  private static Map<String, @Nullable Object> copyMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), copyValue(value)));
    return copy;
  }

  static @Nullable Object copyValue(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return copyMap(map);
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copyValue(element)));
      return copy;
    }
    return value;
  }

  Map<String, @Nullable Object> root() {
    return root;
  }

  @Nullable Object get(List<Object> path) {
    Object place = root;
    for (Object step : path) {
      place = child(place, step);
    }
    return place;
  }

  /** Whether there is an entry, be it null. */
  boolean has(List<Object> path) {
    Object parent = get(path.subList(0, path.size() - 1));
    Object last = path.get(path.size() - 1);
    return parent instanceof Map<?, ?> map && map.containsKey(last);
  }

  private static @Nullable Object child(@Nullable Object place, Object step) {
    if (place instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (place instanceof List<?> list && step instanceof Integer index && index < list.size()) {
      return list.get(index);
    }
    return null;
  }

  void set(List<Object> path, @Nullable Object value) {
    Object place = root;
    for (int i = 0; i < path.size() - 1; i++) {
      Object next = child(place, path.get(i));
      boolean toList = path.get(i + 1) instanceof Integer;
      if (toList ? !(next instanceof List) : !(next instanceof Map)) {
        next = toList ? new ArrayList<>() : new LinkedHashMap<>();
        put(place, path.get(i), next);
      }
      place = Objects.requireNonNull(next);
    }
    put(place, path.get(path.size() - 1), value);
  }

  @SuppressWarnings("unchecked")
  private static void put(Object place, Object step, @Nullable Object value) {
    if (step instanceof Integer index) {
      List<@Nullable Object> list = (List<@Nullable Object>) place;
      while (list.size() <= index) {
        list.add(null);
      }
      list.set(index, value);
      return;
    }
    ((Map<String, @Nullable Object>) place).put((String) step, value);
  }

  /**
   * Takes a value out, and what contains nothing afterwards, as form-js does with hidden fields.
   */
  void clear(List<Object> path) {
    List<Object> parentPath = path.subList(0, path.size() - 1);
    Object parent = get(parentPath);
    Object last = path.get(path.size() - 1);
    if (parent instanceof Map<?, ?> map) {
      map.remove(last);
    } else if (parent instanceof List<?> list && last instanceof Integer index) {
      if (index < list.size()) {
        list.set(index, null);
      }
    }
    if (!parentPath.isEmpty() && isVoid(parent)) {
      clear(parentPath);
    }
  }

  private static boolean isVoid(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof List<?> list && list.stream().allMatch(Objects::isNull));
  }
}
