package org.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.alur.payments.Rupiah;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts are asked for in one way, and what the form accepts the platform can read. */
class AmountFieldsTest {

  static List<Path> forms() {
    return Library.files("forms", ".form").toList();
  }

  private static List<JsonNode> fields(Path form) throws IOException {
    return new ObjectMapper().readTree(form.toFile()).findParents("key");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void an_amount_in_rupiah_is_a_text_with_the_pattern_of_rupiah(Path form) throws IOException {
    for (var field : fields(form)) {
      boolean hasAdorner = field.at("/appearance/prefixAdorner").asText().equals("Rp");
      boolean hasPattern = field.at("/validate/pattern").asText().equals(Rupiah.PATTERN);
      assertThat(hasAdorner && field.path("type").asText().equals("textfield"))
          .as(
              "%s, field %s: an amount is a textfield with the prefix Rp and the pattern %s",
              form, field.path("key").asText(), Rupiah.PATTERN)
          .isEqualTo(hasPattern);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void no_amount_is_a_number_that_could_be_rounded(Path form) throws IOException {
    assertThat(fields(form))
        .filteredOn(field -> field.path("type").asText().equals("number"))
        .allSatisfy(
            field ->
                assertThat(field.path("label").asText() + field.path("key").asText())
                    .as("%s: ask for money in a text field with the prefix Rp", form)
                    .doesNotContainPattern("(?i)rupiah|\\bRp\\b|amount"));
  }
}
