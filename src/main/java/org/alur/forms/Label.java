package org.alur.forms;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words beside a field, which may contain expressions. */
final class Label {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]*)}}");

  private Label() {}

  static String of(String source, Map<String, @Nullable Object> scope, Feel feel) {
    if (Feel.isExpression(source)) {
      return shown(feel.value(source, scope));
    }
    return TEMPLATE
        .matcher(source)
        .replaceAll(part -> Matcher.quoteReplacement(shown(feel.value("=" + part.group(1), scope))))
        .strip();
  }

  private static String shown(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
