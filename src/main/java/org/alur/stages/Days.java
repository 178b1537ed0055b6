package org.alur.stages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as people read them in a sentence. */
final class Days {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK);

  private Days() {}

  /** 1 December 2026. */
  static String of(LocalDate day) {
    return WORDS.format(day);
  }
}
