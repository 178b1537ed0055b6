package org.alur.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of one line of a CSV file, by column. */
record Cells(Map<String, String> cells, Findings findings) {

  @Nullable String text(String column) {
    return cells.get(column);
  }

  /** Several values in one cell, with a bar between them. */
  List<String> texts(String column) {
    return Arrays.stream(cells.getOrDefault(column, "").split("\\|"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** True, false, or nothing, which is true. */
  Boolean active() {
    var text = cells.getOrDefault("active", "").strip();
    if (!text.isEmpty() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      findings.add("active", "active is true or false; '%s' is neither.".formatted(text));
    }
    return !text.equalsIgnoreCase("false");
  }
}
