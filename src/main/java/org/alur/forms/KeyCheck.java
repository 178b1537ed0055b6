package org.alur.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses values that no field of the form asks for. */
final class KeyCheck {

  private final Refusals refusals;

  KeyCheck(Refusals refusals) {
    this.refusals = refusals;
  }

  void check(KeyTree known, Map<?, ?> submitted) {
    entries(known, submitted, "");
  }

  private void entries(KeyTree known, Map<?, ?> values, String prefix) {
    values.forEach(
        (name, value) ->
            known
                .child(String.valueOf(name))
                .ifPresentOrElse(
                    child -> entry(child, value, prefix + name), () -> unknown(prefix + name)));
  }

  private void entry(KeyTree place, @Nullable Object value, String path) {
    if (place.isLeaf() || value == null) {
      return;
    }
    if (place.isRows()) {
      rows(place, value, path);
    } else if (value instanceof Map<?, ?> group) {
      entries(place, group, path + ".");
    } else {
      unknown(path);
    }
  }

  private void rows(KeyTree place, Object value, String path) {
    if (!(value instanceof List<?> rows)) {
      unknown(path);
      return;
    }
    for (int i = 0; i < rows.size() && i < FormRun.MOST_ROWS; i++) {
      if (rows.get(i) instanceof Map<?, ?> row) {
        entries(place, row, path + "[" + i + "].");
      } else if (rows.get(i) != null) {
        unknown(path + "[" + i + "]");
      }
    }
  }

  private void unknown(String path) {
    String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
    refusals.form("The form does not ask for \"" + shown + "\". Leave it out.");
  }
}
