package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptPatternTest {

  @Test
  void the_end_is_the_end_also_before_a_line_break() {
    assertThat(JavaScriptPattern.occursIn("^a$", "a\n")).isFalse();
  }

  @Test
  void brackets_in_a_set_are_plain_characters() {
    assertThat(JavaScriptPattern.occursIn("^[[&]+$", "[&")).isTrue();
    assertThat(JavaScriptPattern.occursIn("^a{b$", "a{b")).isTrue();
  }

  @Test
  void spaces_are_those_of_browsers() {
    assertThat(JavaScriptPattern.occursIn("^\\s$", "\u00a0")).isTrue();
    assertThat(JavaScriptPattern.occursIn("^[\\s]$", "\ufeff")).isTrue();
  }

  @Test
  void a_pattern_that_would_never_come_to_an_end_matches_nothing() {
    assertThat(JavaScriptPattern.occursIn("^(a+)+$", "a".repeat(60) + "!")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?i)a", "a++", "\\pL", "\\Qa\\E", "[]", "[a", "(a", "\\", "\\u12", "*a"})
  void what_browsers_read_differently_is_refused(String pattern) {
    assertThat(JavaScriptPattern.refusal(pattern)).isPresent();
  }
}
