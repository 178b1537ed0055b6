package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

  private final Feel feel = new Feel(Clock.systemUTC());

  static List<FeelCase> table() {
    return FeelCase.all();
  }

  @ParameterizedTest
  @MethodSource("table")
  void an_expression_comes_out_as_the_table_says(FeelCase line) {
    assertThat(Feel.check(line.expression())).isEmpty();
    assertThat(feel.holds(line.expression(), line.scope())).isEqualTo(line.holds());
    assertThat(AgreementCase.comparable(feel.value(line.expression(), line.scope())))
        .isEqualTo(FeelCase.comparable(line.value()));
  }

  @Test
  void a_condition_about_nothing_holds_as_in_the_browser() {
    assertThat(feel.holds("=age < 18", Map.of())).isTrue();
    assertThat(feel.holds("=not(age < 18)", Map.of())).isFalse();
  }

  @Test
  void a_text_that_is_empty_is_the_number_zero_as_in_the_browser() {
    assertThat(feel.value("=number(score)", Map.of("score", ""))).isEqualTo(0L);
    assertThat(feel.value("=\"number(3)\"", Map.of())).isEqualTo("number(3)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=age in [1..5]",
        "=kind in (\"A\")",
        "=chosen = []",
        "=some m in members satisfies m.age < 18",
        "=rows[list contains(known, item.code)]",
        "=rows[not(item.age < 18)]",
        "=rows[if item.age < 18 then true else false]",
        "=now()",
        "=get or else(a, 1)",
        "=a instance of number",
        "=function(x) x",
        "=1 +",
        "=> 5",
        "=?"
      })
  void what_browsers_read_differently_is_refused(String expression) {
    assertThat(Feel.check(expression)).isPresent();
  }
}
