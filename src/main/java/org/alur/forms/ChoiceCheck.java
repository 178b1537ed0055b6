package org.alur.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for fields that offer values to choose from. */
final class ChoiceCheck {

  private ChoiceCheck() {}

  static Checked check(
      Instance field, @Nullable Object raw, Map<String, @Nullable Object> initial) {
    if (raw == null || raw.equals("")) {
      return Checked.NOTHING;
    }
    Options options = Options.of(field.component(), initial, field.scope(), field.feel());
    return field.component().type().isMultipleChoice() ? several(options, raw) : one(options, raw);
  }

  private static Checked one(Options options, Object raw) {
    return options
        .find(raw)
        .map(Checked::kept)
        .orElse(Checked.refused("choose one of the listed options."));
  }

  private static Checked several(Options options, Object raw) {
    if (!(raw instanceof List<?> chosen)) {
      return Checked.refused("choose from the listed options.");
    }
    Set<Object> kept = new LinkedHashSet<>();
    for (Object value : chosen) {
      Optional<Object> listed = options.find(value);
      if (listed.isEmpty()) {
        return Checked.refused("choose from the listed options only.");
      }
      if (!kept.add(listed.get())) {
        return Checked.refused("choose each option once.");
      }
    }
    return kept.isEmpty() ? Checked.NOTHING : Checked.kept(List.copyOf(kept));
  }
}
