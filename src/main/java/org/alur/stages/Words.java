package org.alur.stages;

import java.util.Locale;

/** Codes as people read them. */
final class Words {

  private Words() {}

  /** {@code WELFARE_STAFF} becomes "Welfare staff". */
  static String of(String code) {
    String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
