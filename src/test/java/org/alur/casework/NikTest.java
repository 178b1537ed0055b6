package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alur.support.Town;

class NikTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Property
  void every_date_of_the_last_110_years_comes_back_out_of_the_number(
      @ForAll("births") LocalDate birth, @ForAll Sex sex) {
    var nik = new Nik(Town.nik("00", birth, sex, 1));

    assertThat(nik.sex()).isEqualTo(sex);
    assertThat(nik.birthDate(Optional.of(birth), TODAY)).isEqualTo(birth);
    assertThat(nik.warnings(Optional.of(birth), Optional.of(sex), Optional.empty(), TODAY))
        .isEmpty();
  }

  @Property
  void without_a_stated_date_the_age_is_still_possible(
      @ForAll("births") LocalDate birth, @ForAll Sex sex) {
    var told = new Nik(Town.nik("32", birth, sex, 7)).birthDate(Optional.empty(), TODAY);

    assertThat(told).isBetween(TODAY.minusYears(111).plusDays(1), TODAY);
    assertThat(told.getDayOfYear()).isEqualTo(birth.withYear(told.getYear()).getDayOfYear());
  }

  @Property
  void whatever_is_typed_gets_an_answer_and_only_digits_of_the_right_length_pass(
      @ForAll String typed) {
    if (!typed.matches("[0-9]{16}")) {
      assertThat(Nik.errors(typed)).isNotEmpty();
      assertThatThrownBy(() -> new Nik(typed)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void what_has_no_errors_can_be_made_and_what_has_cannot(@ForAll("digits") String digits) {
    if (Nik.errors(digits).isEmpty()) {
      assertThat(new Nik(digits).birthDate(Optional.empty(), TODAY)).isNotNull();
    } else {
      assertThatThrownBy(() -> new Nik(digits)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void neither_the_message_nor_the_text_form_betrays_the_number(@ForAll("digits") String digits) {
    assertThat(Nik.errors(digits)).noneMatch(error -> error.contains(digits));
    if (Nik.errors(digits).isEmpty()) {
      assertThat(new Nik(digits).toString()).doesNotContain(digits.substring(6));
    }
  }

  @Example
  void impossible_numbers_are_refused_with_a_sentence_each() {
    assertThat(Nik.errors("")).singleElement().asString().contains("16 digits, this has 0");
    assertThat(Nik.errors("327301010190000")).singleElement().asString().contains("this has 15");
    assertThat(Nik.errors("32730101019000 1")).singleElement().asString().contains("digits only");
    assertThat(Nik.errors("٣٢٧٣٠١٠١٠١٩٠٠٠٠١")).singleElement().asString().contains("digits only");
    assertThat(Nik.errors("2073010101900001")).singleElement().asString().contains("no province");
    assertThat(Nik.errors("3273010100900001")).singleElement().asString().contains("month");
    assertThat(Nik.errors("3273010113900001")).singleElement().asString().contains("month");
    assertThat(Nik.errors("3273010001900001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273013201900001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273014001900001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273017201900001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273013002900001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273012902010001")).singleElement().asString().contains("day");
    assertThat(Nik.errors("3273010101900000")).singleElement().asString().contains("0000");
    assertThat(Nik.errors("2073010013900000")).hasSize(3);
  }

  @Example
  void a_leap_day_of_2000_is_a_day() {
    var nik = new Nik("0000012902000001");

    assertThat(nik.birthDate(Optional.empty(), TODAY)).isEqualTo(LocalDate.of(2000, 2, 29));
  }

  @Example
  void the_stated_date_chooses_between_grandchild_and_grandparent() {
    var nik = new Nik("0000010505200001");

    assertThat(nik.birthDate(Optional.of(LocalDate.of(1921, 1, 1)), TODAY).getYear())
        .isEqualTo(1920);
    assertThat(nik.birthDate(Optional.of(LocalDate.of(2019, 1, 1)), TODAY).getYear())
        .isEqualTo(2020);
    assertThat(nik.birthDate(Optional.empty(), TODAY).getYear()).isEqualTo(2020);
  }

  @Example
  void what_differs_from_what_was_stated_is_a_warning_only() {
    var nik = new Nik("3273014505900001");

    assertThat(
            nik.warnings(
                Optional.of(LocalDate.of(1991, 5, 5)),
                Optional.of(Sex.MALE),
                Optional.of("33.74.01.1001"),
                TODAY))
        .hasSize(3);
    assertThat(
            nik.warnings(
                Optional.of(LocalDate.of(1990, 5, 5)),
                Optional.of(Sex.FEMALE),
                Optional.of("32.73"),
                TODAY))
        .isEmpty();
  }

  @Provide
  Arbitrary<LocalDate> births() {
    return Arbitraries.longs()
        .between(TODAY.minusYears(110).toEpochDay(), TODAY.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> digits() {
    var any = Arbitraries.strings().numeric().ofLength(16);
    var likely =
        Combinators.combine(
                Arbitraries.of("00", "20", "32", "91", "97"),
                Arbitraries.integers().between(0, 80),
                Arbitraries.integers().between(0, 14),
                Arbitraries.integers().between(0, 99),
                Arbitraries.integers().between(0, 2))
            .as(
                (province, day, month, year, serial) ->
                    String.format(
                        Locale.ROOT, "%s0101%02d%02d%02d%04d", province, day, month, year, serial));
    return Arbitraries.oneOf(any, likely);
  }
}
