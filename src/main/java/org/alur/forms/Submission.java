package org.alur.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a person submitted with a form, after it was checked: only keys of the form, whole numbers
 * as {@code Long}, others as {@code BigDecimal}, dates and times as ISO text, rows of a dynamic
 * list as a list of maps.
 *
 * @param recordId the record under which it is filed
 * @param context the form, the case and the task that it belongs to
 * @param submittedAt by the engine's clock
 * @param values by field key
 */
public record Submission(
    UUID recordId, FormContext context, Instant submittedAt, Map<String, Object> values) {

  /** The value of a field that the form requires. */
  public String text(String key) {
    return findText(key)
        .orElseThrow(
            () ->
                new IllegalStateException("The form " + context.formId() + " has no " + key + "."));
  }

  /** The value of a field, if it was filled. */
  public Optional<String> findText(String key) {
    return find(key).map(Object::toString).filter(text -> !text.isBlank());
  }

  /** A whole number that the form requires. */
  public long number(String key) {
    return findNumber(key)
        .orElseThrow(
            () ->
                new IllegalStateException("The form " + context.formId() + " has no " + key + "."));
  }

  /** A whole number, if it was filled. */
  public Optional<Long> findNumber(String key) {
    return find(key).map(value -> ((Number) value).longValue());
  }

  /** A date, if it was filled. */
  public Optional<LocalDate> findDate(String key) {
    return findText(key).map(LocalDate::parse);
  }

  /** A checkbox; one that was not ticked, or was hidden, is false. */
  public boolean is(String key) {
    return find(key).map(Boolean.TRUE::equals).orElse(false);
  }

  /** An enum constant by its name. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return Enum.valueOf(type, text(key));
  }

  /** The chosen values of a checklist or tag list, or the ids of a file picker. */
  public List<String> texts(String key) {
    return find(key)
        .map(value -> ((List<?>) value).stream().map(Object::toString).toList())
        .orElse(List.of());
  }

  /** The rows of a dynamic list. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> rows(String key) {
    return find(key).map(value -> (List<Map<String, Object>>) value).orElse(List.of());
  }

  /** The same submission, under the number of the case that it opened. */
  Submission under(CaseNumber number) {
    var inCase =
        new FormContext(
            context.formId(),
            Optional.of(number.value()),
            context.processInstanceId(),
            context.variables(),
            context.userId());
    return new Submission(recordId, inCase, submittedAt, values);
  }

  /** Not the values: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return "submission " + recordId + " of " + context.formId();
  }

  private Optional<Object> find(String key) {
    @Nullable Object value = values.get(key);
    return Optional.ofNullable(value);
  }
}
