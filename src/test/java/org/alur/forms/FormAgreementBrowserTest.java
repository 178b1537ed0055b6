package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table that the server's rules follow is what the real form-js does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormAgreementBrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 25;

  private final Map<String, FormJsPage.Verdict> verdicts = new LinkedHashMap<>();

  @BeforeAll
  void submit_all_lines() throws IOException, InterruptedException {
    List<AgreementCase> lines = AgreementCase.all().toList();
    try (FormJsPage page = new FormJsPage()) {
      for (int start = 0; start < lines.size(); start += AT_ONCE) {
        List<AgreementCase> some = lines.subList(start, Math.min(start + AT_ONCE, lines.size()));
        List<FormJsPage.Verdict> answers = page.submit(some);
        for (int i = 0; i < some.size(); i++) {
          verdicts.put(some.get(i).name(), answers.get(i));
        }
      }
    }
  }

  static Stream<AgreementCase> table() {
    return AgreementCase.all();
  }

  @ParameterizedTest
  @MethodSource("table")
  void form_js_gives_the_verdict_of_the_table(AgreementCase line) {
    FormJsPage.Verdict verdict = Objects.requireNonNull(verdicts.get(line.name()));
    if (!line.differs().isEmpty()) {
      // Here only the server refuses, or keeps something else; the table says why.
      assertThat(line.refused()).containsAll(verdict.refused());
      return;
    }
    assertThat(verdict.failed()).isEmpty();
    assertThat(new TreeSet<>(verdict.refused())).isEqualTo(line.refused());
    if (line.refused().isEmpty()) {
      assertThat(filled(verdict.data())).isEqualTo(filled(line.kept()));
    }
  }

  /** Leaves out what is empty: form-js sends it, the server does not keep it. */
  private static JsonNode filled(Map<String, Object> values) {
    JsonNode filled = withoutEmpty(AgreementCase.comparable(values));
    return isEmpty(filled) ? JSON.createObjectNode() : filled;
  }

  private static JsonNode withoutEmpty(JsonNode value) {
    if (value.isObject()) {
      ObjectNode kept = JSON.createObjectNode();
      value
          .properties()
          .forEach(
              entry -> {
                JsonNode inner = withoutEmpty(entry.getValue());
                if (!isEmpty(inner)) {
                  kept.set(entry.getKey(), inner);
                }
              });
      return kept;
    }
    if (value.isArray()) {
      ArrayNode kept = JSON.createArrayNode();
      value.forEach(row -> kept.add(row.isNull() ? JSON.createObjectNode() : withoutEmpty(row)));
      while (!kept.isEmpty() && isEmpty(kept.get(kept.size() - 1))) {
        kept.remove(kept.size() - 1);
      }
      return kept;
    }
    return value;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isContainerNode() && value.isEmpty());
  }

  @AfterAll
  void forget() {
    verdicts.clear();
  }
}
