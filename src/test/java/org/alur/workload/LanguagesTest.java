package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "jv,              id|jv, true",
    "Javanese,        id|jv, true",
    "bahasa Jawa,     id|jv, true",
    "' Bahasa JAWA ', jv,    true",
    "Indonesian,      id,    true",
    "bahasa Indonesia,id,    true",
    "Sundanese,       id|jv, false",
    "su,              id|su, true"
  })
  void people_and_codes_mean_the_same(String told, String codes, boolean among) {
    assertThat(Languages.isAmong(told, Arrays.asList(codes.split("\\|")))).isEqualTo(among);
  }
}
