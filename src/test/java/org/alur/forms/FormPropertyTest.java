package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class FormPropertyTest {

  private static final FormValidator VALIDATOR = new FormValidator(Clock.systemUTC());
  private static final List<FormSchema> FORMS =
      AgreementCase.all()
          .map(line -> line.schema().toString())
          .distinct()
          .map(FormSchema::parse)
          .toList();
  private static final List<String> KEYS =
      FORMS.stream().flatMap(form -> form.keys().stream()).distinct().toList();

  @Property(tries = 1_000)
  void whatever_is_sent_gets_an_answer(
      @ForAll("forms") FormSchema form,
      @ForAll("objects") Map<String, Object> submitted,
      @ForAll("objects") Map<String, Object> context) {
    Validated validated = VALIDATOR.validate(form, submitted, context);
    assertThat(form.keys()).containsAll(validated.values().keySet());
  }

  @Property(tries = 300)
  void what_was_kept_would_be_kept_again(
      @ForAll("forms") FormSchema form, @ForAll("objects") Map<String, Object> submitted) {
    Validated first = VALIDATOR.validate(form, submitted, Map.of());
    if (first.isAccepted()) {
      Validated second = VALIDATOR.validate(form, first.values(), Map.of());
      assertThat(second.isAccepted()).isTrue();
      assertThat(second.values()).isEqualTo(first.values());
    }
  }

  @Provide
  Arbitrary<FormSchema> forms() {
    return Arbitraries.of(FORMS);
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    return Arbitraries.maps(names(), json(3)).ofMaxSize(6);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(9, Arbitraries.of(KEYS)),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
  }

  private static Arbitrary<@Nullable Object> json(int depth) {
    Arbitrary<Object> some =
        Arbitraries.oneOf(
            Arbitraries.of(
                "a", "b", "", " ", "2015-03-31", "14:30", "2026-05-01T09:30+07:00", "12.5"),
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.integers(),
            Arbitraries.doubles(),
            Arbitraries.bigDecimals(),
            Arbitraries.of(true, false));
    Arbitrary<@Nullable Object> plain = some.injectNull(0.1);
    if (depth == 0) {
      return plain;
    }
    Arbitrary<@Nullable Object> inner = Arbitraries.lazy(() -> json(depth - 1));
    return Arbitraries.oneOf(
        plain, plain, inner.list().ofMaxSize(3), Arbitraries.maps(names(), inner).ofMaxSize(3));
  }
}
