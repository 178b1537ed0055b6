package org.alur.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.forms.Submission;
import org.jspecify.annotations.Nullable;

/** A row of a dynamic list, as it was submitted. */
record FormRow(Map<String, Object> values) {

  static List<FormRow> of(Submission said, String list) {
    return said.rows(list).stream().map(FormRow::new).toList();
  }

  String text(String key) {
    return findText(key)
        .orElseThrow(() -> new IllegalStateException("A row of the form has no " + key + "."));
  }

  Optional<String> findText(String key) {
    @Nullable Object value = values.get(key);
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }

  Optional<Integer> findNumber(String key) {
    return findText(key).map(Integer::valueOf);
  }

  Optional<LocalDate> findDate(String key) {
    return findText(key).map(LocalDate::parse);
  }

  /** A checkbox; one that was not ticked is false. */
  boolean is(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return Enum.valueOf(type, text(key));
  }
}
