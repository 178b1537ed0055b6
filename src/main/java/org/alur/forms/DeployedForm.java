package org.alur.forms;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form as it was deployed.
 *
 * @param id the form's id
 * @param version counted by the engine, from 1
 * @param schema the form itself, JSON
 * @param rules the form as the server checks it
 * @param labels the names of its fields as people see them, by key
 * @param filePickers the keys of the fields that take documents
 * @param hinted the keys of the fields of which a record holds the last characters only, because
 *     what is typed there is kept elsewhere: {@code "properties": {"record": "last-digits"}}
 * @param caseFacts what it mentions of the case file, {@code age} for {@code caseFile.age}, and the
 *     number of the case
 */
record DeployedForm(
    String id,
    int version,
    String schema,
    FormSchema rules,
    Map<String, String> labels,
    Set<String> filePickers,
    Set<String> hinted,
    Set<String> caseFacts) {

  private static final Pattern CASE_FACT = Pattern.compile("\\bcaseFile\\.(\\w+)");

  static DeployedForm read(String id, int version, String schema) {
    var labels = new LinkedHashMap<String, String>();
    var filePickers = new HashSet<String>();
    var hinted = new HashSet<String>();
    eachComponent(
        Json.tree(schema),
        component -> {
          var key = component.path("key").asText("");
          labels.putIfAbsent(key, label(component));
          if (component.path("type").asText("").equals("filepicker")) {
            filePickers.add(lastOf(key));
          }
          if (component.path("properties").path("record").asText("").equals("last-digits")) {
            hinted.add(lastOf(key));
          }
        });
    return new DeployedForm(
        id,
        version,
        schema,
        FormSchema.parse(schema),
        Map.copyOf(labels),
        Set.copyOf(filePickers),
        Set.copyOf(hinted),
        Stream.concat(
                Stream.of("number"),
                CASE_FACT.matcher(schema).results().map(found -> found.group(1)))
            .collect(toSet()));
  }

  private static String lastOf(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** What people call the form: its id in words. */
  String title() {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
  }

  private static String label(JsonNode component) {
    for (var property : new String[] {"label", "dateLabel", "timeLabel"}) {
      var label = component.path(property).asText("");
      // A label that is computed is only known to the browser.
      if (!label.isBlank() && !label.startsWith("=") && !label.contains("{{")) {
        return label.strip();
      }
    }
    return "";
  }

  private static void eachComponent(JsonNode parent, Consumer<JsonNode> action) {
    for (var component : parent.path("components")) {
      action.accept(component);
      eachComponent(component, action);
    }
  }
}
