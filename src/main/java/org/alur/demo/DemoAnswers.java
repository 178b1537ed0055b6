package org.alur.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;

/**
 * What the people of a case answer, by form: the usual answers of {@code demo/answers.json} with
 * the differences of the case's groups. A list of answers is given one after the other, and the
 * last one stays; a null takes a field out. To a form with an empty list nobody answers.
 */
final class DemoAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, List<ObjectNode>> byForm = new HashMap<>();
  private final Map<String, Integer> given = new HashMap<>();

  /**
   * Collects the answers of one case.
   *
   * @param groups the names of the groups, the later win
   */
  DemoAnswers(List<String> groups) throws IOException {
    JsonNode all = JSON.readTree(new ClassPathResource("demo/answers.json").getInputStream());
    merge(all.path("usual"));
    for (var group : groups) {
      if (!all.has(group)) {
        throw new IllegalArgumentException("No such answers in demo/answers.json: " + group);
      }
      merge(all.path(group));
    }
  }

  private void merge(JsonNode group) {
    for (var entry : group.properties()) {
      byForm.put(entry.getKey(), merged(entry.getKey(), inTurn(entry.getValue())));
    }
  }

  private List<ObjectNode> merged(String form, List<JsonNode> changes) {
    var before = byForm.getOrDefault(form, List.of(JSON.createObjectNode()));
    List<ObjectNode> after = new ArrayList<>();
    if (changes.isEmpty()) {
      return after;
    }
    ObjectNode last = JSON.createObjectNode();
    for (int i = 0; i < Math.max(before.size(), changes.size()); i++) {
      // What an answer of a list leaves out is as in the one before.
      ObjectNode next = last.deepCopy().setAll(before.get(Math.min(i, before.size() - 1)));
      last = next.setAll((ObjectNode) changes.get(Math.min(i, changes.size() - 1)));
      after.add(last);
    }
    return after;
  }

  private static List<JsonNode> inTurn(JsonNode answer) {
    List<JsonNode> list = new ArrayList<>();
    if (answer instanceof ArrayNode array) {
      array.forEach(list::add);
    } else {
      list.add(answer);
    }
    return list;
  }

  /** Whether anybody answers a form; one that is not known is answered, and found missing then. */
  boolean has(String form) {
    return !byForm.getOrDefault(form, List.of(JSON.createObjectNode())).isEmpty();
  }

  /**
   * The next answer to a form.
   *
   * @param words what stands for the words in braces
   */
  Map<String, Object> next(String form, DemoWords words) throws IOException {
    var answers = byForm.getOrDefault(form, List.of());
    if (answers.isEmpty()) {
      throw new IllegalStateException("No answer in demo/answers.json to " + form);
    }
    int turn = given.merge(form, 1, Integer::sum) - 1;
    String text = words.fill(answers.get(Math.min(turn, answers.size() - 1)).toString());
    Map<String, Object> answer = JSON.readValue(text, new TypeReference<>() {});
    answer.values().removeIf(Objects::isNull);
    return answer;
  }
}
