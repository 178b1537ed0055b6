package org.alur.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RupiahTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1500000",
        "1.500.000",
        "Rp1.500.000",
        "Rp 1.500.000",
        "Rp. 1.500.000",
        "Rp1.500.000,-",
        "1.500.000,00",
        " 1.500.000 "
      })
  void it_reads_an_amount_as_people_write_it(String written) {
    assertThat(Rupiah.read(written)).isEqualTo(Rupiah.of(1_500_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-5",
        "1,500,000",
        "1.50.000",
        "1.500.00",
        "1.5 juta",
        "15 000",
        "1e6",
        "USD 5",
        "1.500.000,50",
        "9999999999999999"
      })
  void it_refuses_what_could_mean_another_amount(String written) {
    assertThat(Rupiah.isReadable(written)).isFalse();
    assertThatThrownBy(() -> Rupiah.read(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void what_is_written_is_read_again(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long n) {
    var amount = Rupiah.of(n);

    assertThat(Rupiah.read(amount.toString())).isEqualTo(amount);
    assertThat(Rupiah.read(amount.plain())).isEqualTo(amount);
    assertThat(Rupiah.read(Long.toString(n))).isEqualTo(amount);
  }

  @Property
  void what_was_added_can_be_taken_away(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long one,
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long other) {
    assertThat(Rupiah.of(one).plus(Rupiah.of(other)).minus(Rupiah.of(other)))
        .isEqualTo(Rupiah.of(one));
  }

  @ParameterizedTest
  @CsvSource({"1,Rp 1", "1500,Rp 1.500", "1500000,Rp 1.500.000"})
  void it_is_shown_with_dots(long amount, String shown) {
    assertThat(Rupiah.of(amount)).hasToString(shown);
  }

  @Test
  void it_is_never_negative() {
    assertThatThrownBy(() -> Rupiah.of(5).minus(Rupiah.of(6)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
