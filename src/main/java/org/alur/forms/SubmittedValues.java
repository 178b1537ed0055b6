package org.alur.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Reads what a client sent as variables into plain values; nothing is deserialized to a class. */
final class SubmittedValues {

  private static final Set<String> JSON = Set.of("json", "object");
  private static final Set<String> PLAIN =
      Set.of("null", "string", "boolean", "integer", "short", "long", "double", "number");

  private SubmittedValues() {}

  static Map<String, @Nullable Object> of(VariableMap submitted) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    var refusals = new Refusals();
    for (var key : submitted.keySet()) {
      try {
        values.put(key, plain(submitted.getValueTyped(key)));
      } catch (JsonProcessingException | IllegalArgumentException unreadable) {
        refusals.form("A value of the form could not be read. Reload the page and enter it again.");
      }
    }
    if (!refusals.all().isEmpty()) {
      throw SubmissionRefused.because(refusals.all(), Map.of());
    }
    return values;
  }

  private static @Nullable Object plain(@Nullable TypedValue value) throws JsonProcessingException {
    if (value == null) {
      return null;
    }
    if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
      return json(serialized);
    }
    if (value.getType() != null && !PLAIN.contains(value.getType().getName())) {
      throw new IllegalArgumentException(value.getType().getName());
    }
    return Json.plain(value.getValue());
  }

  private static @Nullable Object json(SerializableValue value) throws JsonProcessingException {
    var isJson =
        JSON.contains(value.getType().getName())
            && "application/json".equals(value.getSerializationDataFormat());
    if (!isJson) {
      throw new IllegalArgumentException(value.getType().getName());
    }
    var serialized = value.getValueSerialized();
    return serialized == null ? null : Json.read(serialized);
  }
}
