package org.alur.stages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times of day as people read them in a sentence. */
final class Days {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withLocale(Locale.UK);

  private Days() {}

  /** 1 December 2026. */
  static String of(LocalDate day) {
    return WORDS.format(day);
  }

  /** 1 December 2026, 08:30. */
  static String at(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }
}
