package org.alur.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the value of one field against the rules that the form gives it. */
final class FieldCheck {

  private final DateCheck dates;
  private final Map<String, @Nullable Object> initial;

  FieldCheck(DateCheck dates, Map<String, @Nullable Object> initial) {
    this.dates = dates;
    this.initial = initial;
  }

  /** The value to keep and what is wrong with it; {@code required} is one of the rules. */
  Checked check(Instance field, @Nullable Object raw) {
    Checked checked = byType(field, raw);
    boolean empty = checked.value() == null || checked.value().equals(false);
    if (field.component().isRequired() && empty && checked.complaints().isEmpty()) {
      return Checked.refused(request(field.component().type()));
    }
    return checked;
  }

  private Checked byType(Instance field, @Nullable Object raw) {
    return switch (field.component().type()) {
      case TEXTFIELD, TEXTAREA -> TextCheck.check(field, raw);
      case NUMBER -> NumberCheck.check(field, raw);
      case DATETIME -> dates.check(field, raw);
      case CHECKBOX -> checkbox(raw);
      case RADIO, SELECT, CHECKLIST, TAGLIST -> ChoiceCheck.check(field, raw, initial);
      case FILEPICKER -> FileCheck.check(field, raw);
      case EXPRESSION -> Checked.kept(plain(raw));
      default -> Checked.NOTHING;
    };
  }

  private static Checked checkbox(@Nullable Object raw) {
    return raw == null || raw instanceof Boolean
        ? Checked.kept(Boolean.TRUE.equals(raw))
        : Checked.refused("tick it or leave it unticked.");
  }

  private static String request(ComponentType type) {
    return switch (type) {
      case TEXTFIELD, TEXTAREA -> "fill it in.";
      case NUMBER -> "enter a number.";
      case DATETIME -> "enter it.";
      case CHECKBOX -> "tick it to continue.";
      case RADIO, SELECT -> "choose one of the options.";
      case CHECKLIST, TAGLIST -> "choose at least one of the options.";
      case FILEPICKER -> "add a file.";
      default -> "fill it in.";
    };
  }

  /** A computed value as it is kept. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Number) {
      return Numbers.of(value).flatMap(Numbers::kept).orElse(null);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = Tree.copyOf(map).root();
      plain.replaceAll((name, entry) -> plain(entry));
      return plain;
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(element -> plain.add(plain(element)));
      return plain;
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }
}
