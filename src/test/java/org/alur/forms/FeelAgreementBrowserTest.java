package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The table that the server's FEEL follows is what the FEEL of the real form-js computes. */
class FeelAgreementBrowserTest {

  @Test
  void form_js_computes_what_the_table_says() throws IOException, InterruptedException {
    List<FeelCase> lines = FeelCase.all();
    try (FormJsPage page = new FormJsPage()) {
      List<Map<String, Object>> answers =
          page.feel(
              lines.stream()
                  .map(
                      line ->
                          Map.<String, Object>of(
                              "expression", line.expression(), "scope", line.scope()))
                  .toList());
      assertThat(answers).hasSameSizeAs(lines);
      SoftAssertions softly = new SoftAssertions();
      for (int i = 0; i < lines.size(); i++) {
        FeelCase line = lines.get(i);
        Map<String, Object> answer = answers.get(i);
        softly.assertThat(answer).as(line.expression()).containsEntry("holds", line.holds());
        softly
            .assertThat(AgreementCase.comparable(answer.get("value")))
            .as(line.expression())
            .isEqualTo(FeelCase.comparable(line.value()));
      }
      softly.assertAll();
    }
  }
}
