package org.alur.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An expression on which the server and form-js have to agree.
 *
 * @param expression with the leading =
 * @param scope what it refers to
 * @param holds whether it is fulfilled as a condition
 * @param value what it computes
 */
record FeelCase(String expression, Map<String, Object> scope, boolean holds, JsonNode value) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<FeelCase> all() {
    try (InputStream table =
        Objects.requireNonNull(FeelCase.class.getResourceAsStream("/forms/feel.json"))) {
      return JSON.readValue(table, new TypeReference<List<FeelCase>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value in which 7 and 7.0 are the same. */
  static JsonNode comparable(Object value) {
    return JSON.valueToTree(FieldCheck.plain(JSON.convertValue(value, Object.class)));
  }
}
