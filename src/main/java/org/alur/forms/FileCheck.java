package org.alur.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for files; their value is the list of the ids of uploaded documents. */
final class FileCheck {

  private static final int MOST_FILES = 50;
  private static final int LONGEST_ID = 100;

  private FileCheck() {}

  static Checked check(Instance field, @Nullable Object raw) {
    if (raw == null || raw.equals("")) {
      return Checked.NOTHING;
    }
    if (!(raw instanceof List<?> files) || !files.stream().allMatch(FileCheck::isId)) {
      return Checked.refused("add the file again; it did not arrive.");
    }
    if (files.size() > 1 && !isMultiple(field)) {
      return Checked.refused("add one file only.");
    }
    if (files.size() > MOST_FILES) {
      return Checked.refused("add at most " + MOST_FILES + " files.");
    }
    Set<Object> kept = new LinkedHashSet<>(files);
    return kept.isEmpty() ? Checked.NOTHING : Checked.kept(List.copyOf(kept));
  }

  private static boolean isId(@Nullable Object value) {
    return value instanceof String id && !id.isBlank() && id.length() <= LONGEST_ID;
  }

  private static boolean isMultiple(Instance field) {
    return field
        .component()
        .text("multiple")
        .filter(Feel::isExpression)
        .map(multiple -> Boolean.TRUE.equals(field.feel().value(multiple, field.scope())))
        .orElse(field.component().flag("multiple"));
  }
}
