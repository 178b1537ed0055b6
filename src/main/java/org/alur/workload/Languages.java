package org.alur.workload;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages as people write them and as codes: Javanese, bahasa Jawa, jv. */
final class Languages {

  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private Languages() {}

  /**
   * Whether a language is among those with these codes.
   *
   * @param told as somebody wrote it
   * @param codes ISO 639
   */
  static boolean isAmong(String told, Collection<String> codes) {
    var wanted = plain(told);
    return codes.stream().flatMap(Languages::names).map(Languages::plain).anyMatch(wanted::equals);
  }

  private static Stream<String> names(String code) {
    var language = Locale.forLanguageTag(code);
    return Stream.of(
        code, language.getDisplayLanguage(Locale.ENGLISH), language.getDisplayLanguage(INDONESIAN));
  }

  private static String plain(String language) {
    return language.strip().toLowerCase(Locale.ROOT).replaceFirst("^(bahasa|basa) ", "");
  }
}
