package org.alur.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A Camunda Form as it was deployed, read so that the server can check what comes back from it. */
public final class FormSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final List<Component> components;

  private FormSchema(String id, List<Component> components) {
    this.id = id;
    this.components = components;
  }

  /**
   * Reads a form.
   *
   * @throws UnusableForm if the server could not check every field of it exactly as the form in the
   *     browser does; the message names the component and what to change
   */
  public static FormSchema parse(String json) {
    JsonNode form = read(json);
    String id = form.path("id").asText("");
    if (id.isEmpty()) {
      throw new UnusableForm("The form has no id. Give it the name of its file.");
    }
    List<Component> components = SchemaReader.read(form);
    KeyTree.of(components);
    return new FormSchema(id, components);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnusableForm("The form is not valid JSON: " + e.getOriginalMessage());
    }
  }

  /** The id of the form. */
  public String id() {
    return id;
  }

  /** The names of the values that the form writes: what may be filled and what may come back. */
  public Set<String> keys() {
    return new LinkedHashSet<>(KeyTree.of(components).names());
  }

  List<Component> components() {
    return components;
  }
}
