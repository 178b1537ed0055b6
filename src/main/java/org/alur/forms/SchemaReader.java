package org.alur.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the components of a form and refuses what the server would not understand. */
final class SchemaReader {

  private static final int NEWEST_SCHEMA = 19;
  private static final Set<String> FORM_PROPERTIES =
      Set.of(
          "id",
          "type",
          "components",
          "schemaVersion",
          "executionPlatform",
          "executionPlatformVersion",
          "exporter",
          "versionTag",
          "$schema",
          "properties",
          "verticalAlignment");

  private final Set<String> ids = new HashSet<>();

  private SchemaReader() {}

  static List<Component> read(JsonNode form) {
    if (!form.path("type").asText().equals("default")) {
      throw new UnusableForm("This is not a Camunda Form: its type must be \"default\".");
    }
    if (form.path("schemaVersion").asInt(1) > NEWEST_SCHEMA) {
      throw new UnusableForm(
          "The form was made for schema version "
              + form.path("schemaVersion").asText()
              + "; the newest that works here is "
              + NEWEST_SCHEMA
              + ".");
    }
    refuseUnknown("form", form, FORM_PROPERTIES);
    return new SchemaReader().components(form, false);
  }

  private static void refuseUnknown(String id, JsonNode json, Set<String> known) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw unknown(id, name);
              }
            });
  }

  private static UnusableForm unknown(String id, String property) {
    return UnusableForm.in(
        id, "has the property \"" + property + "\" that the server does not know. Remove it.");
  }

  private List<Component> components(JsonNode parent, boolean inOpenRows) {
    List<Component> components = new ArrayList<>();
    for (JsonNode json : parent.path("components")) {
      components.add(component(json, inOpenRows));
    }
    return List.copyOf(components);
  }

  private Component component(JsonNode json, boolean inOpenRows) {
    String id = json.path("id").asText("");
    if (id.isEmpty() || !ids.add(id)) {
      throw new UnusableForm(
          "The component \"" + id + "\" needs an id that no other component of the form has.");
    }
    ComponentType type = type(id, json);
    refuseUnknownProperties(id, type, json);
    boolean rows = inOpenRows || (type.isList() && json.path("allowAddRemove").asBoolean(true));
    List<Component> children = type.isContainer() ? components(json, rows) : List.of();
    Component component = new Component(id, type, path(id, type, json), json, children);
    new ComponentRules(component, inOpenRows).check();
    return component;
  }

  private static ComponentType type(String id, JsonNode json) {
    String code = json.path("type").asText();
    return ComponentType.of(code)
        .orElseThrow(
            () ->
                UnusableForm.in(
                    id, "has the type \"" + code + "\" that the form host does not know."));
  }

  private static void refuseUnknownProperties(String id, ComponentType type, JsonNode json) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!type.knows(name)) {
                throw unknown(id, name);
              }
            });
    json.path("validate")
        .fieldNames()
        .forEachRemaining(
            rule -> {
              if (!type.knowsRule(rule)) {
                throw unknown(id, "validate." + rule);
              }
            });
    refuseUnknown(id, json.path("conditional"), Set.of("hide"));
  }

  private static List<String> path(String id, ComponentType type, JsonNode json) {
    String path = json.path(type.isInput() ? "key" : "path").asText("");
    if (path.isEmpty() && (type.isInput() || type.isList())) {
      throw UnusableForm.in(id, "needs a " + (type.isInput() ? "key." : "path."));
    }
    List<String> names = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    for (String name : names) {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw UnusableForm.in(
            id, "has the key \"" + path + "\". Use letters, digits and _ only, not a digit first.");
      }
    }
    return type.isInput() || type.isContainer() ? names : List.of();
  }
}
