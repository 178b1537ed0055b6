package org.alur.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table on which the server and form-js have to agree.
 *
 * @param name the form and the case
 * @param schema the form, as it would be deployed
 * @param context what it opens with
 * @param submitted what comes back
 * @param refused the fields that are refused, by path; {@code *} stands for the form as a whole
 * @param kept what is kept if nothing is refused
 * @param differs why the server does something else than form-js, empty if both do the same
 */
record AgreementCase(
    String name,
    JsonNode schema,
    Map<String, Object> context,
    Map<String, Object> submitted,
    Set<String> refused,
    Map<String, Object> kept,
    String differs) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
  private static final Pattern REPEATED = Pattern.compile("\"(.)×(\\d+)\"");

  static Stream<AgreementCase> all() {
    JsonNode table = read();
    return StreamSupport.stream(table.path("cases").spliterator(), false)
        .map(line -> of(table.path("forms").path(line.path("form").asText()), line));
  }

  private static JsonNode read() {
    try (InputStream table =
        Objects.requireNonNull(AgreementCase.class.getResourceAsStream("/forms/agreement.json"))) {
      return JSON.readTree(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AgreementCase of(JsonNode components, JsonNode line) {
    List<String> refused = new ArrayList<>();
    line.path("refused").forEach(field -> refused.add(field.asText()));
    return new AgreementCase(
        line.path("form").asText() + ": " + line.path("case").asText(),
        schema(components),
        values(line.path("context")),
        values(line.path("submitted")),
        new TreeSet<>(refused),
        values(line.path("kept")),
        line.path("differs").asText());
  }

  private static JsonNode schema(JsonNode components) {
    return JSON.createObjectNode()
        .put("id", "agreement")
        .put("type", "default")
        .put("schemaVersion", 18)
        .set("components", components);
  }

  /** Writes x×1000 for a text of a thousand x. */
  private static Map<String, Object> values(JsonNode json) {
    if (json.isMissingNode()) {
      return Map.of();
    }
    String text =
        REPEATED
            .matcher(json.toString())
            .replaceAll(
                match -> "\"" + match.group(1).repeat(Integer.parseInt(match.group(2))) + "\"");
    try {
      return JSON.readValue(text, VALUES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values as JSON in which 7 and 7.0 are the same. */
  static JsonNode comparable(@Nullable Object values) {
    return JSON.valueToTree(FieldCheck.plain(values));
  }

  @Override
  public String toString() {
    return name;
  }
}
