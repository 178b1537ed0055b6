package org.alur.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record holds of a value that is kept elsewhere: {@code … 7890}. */
final class Hints {

  private static final int SHOWN = 4;

  private Hints() {}

  /** The submission as it may stand in a record. */
  static Submission in(Submission said, Set<String> keys) {
    if (keys.isEmpty()) {
      return said;
    }
    return new Submission(
        said.recordId(), said.context(), said.submittedAt(), in(said.values(), keys));
  }

  private static Map<String, Object> in(Map<?, ?> values, Set<String> keys) {
    Map<String, Object> shown = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          String name = key.toString();
          @Nullable Object kept = keys.contains(name) ? hint(value) : inside(value, keys);
          if (kept != null) {
            shown.put(name, kept);
          }
        });
    return shown;
  }

  private static @Nullable Object inside(@Nullable Object value, Set<String> keys) {
    if (value instanceof Map<?, ?> map) {
      return in(map, keys);
    }
    if (value instanceof Collection<?> rows) {
      return rows.stream().map(row -> inside(row, keys)).toList();
    }
    return value;
  }

  private static Object hint(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.isEmpty() ? text : "… " + text.substring(Math.max(0, text.length() - SHOWN));
  }
}
