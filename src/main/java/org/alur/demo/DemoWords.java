package org.alur.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in what the answers leave open in braces: the person, and {@code {today}}, {@code {now}} and
 * {@code {now+13}} (days from now).
 *
 * @param now the moment of the answer
 * @param words the other words, by what stands behind the plus
 */
record DemoWords(Instant now, Map<String, IntFunction<String>> words) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final Pattern WORD = Pattern.compile("\\{([a-z]+)(?:\\+([0-9.]+))?}");

  /** Forms know quarters of an hour only. */
  private static final long QUARTER = 900;

  String fill(String text) {
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word)));
  }

  private String word(MatchResult word) {
    String count = word.group(2) == null ? "0" : word.group(2);
    return switch (word.group(1)) {
      case "today" -> now.atZone(ZONE).toLocalDate().plusDays(Long.parseLong(count)).toString();
      case "now" -> moment(count);
      default -> {
        var known = words.get(word.group(1));
        yield known == null ? word.group() : known.apply(Integer.parseInt(count));
      }
    };
  }

  private String moment(String days) {
    Instant then = now.plus(Duration.ofSeconds(Math.round(Double.parseDouble(days) * 86_400)));
    return Instant.ofEpochSecond(then.getEpochSecond() / QUARTER * QUARTER)
        .atZone(ZONE)
        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx"));
  }
}
