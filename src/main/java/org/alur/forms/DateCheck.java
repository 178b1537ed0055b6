package org.alur.forms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for dates and times, in the ISO forms that form-js writes. */
final class DateCheck {

  /** The date picker holds no earlier ones. */
  private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);

  private static final Pattern TIME =
      Pattern.compile("(\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?");
  private static final int USUAL_INTERVAL = 15;

  private final Clock clock;

  DateCheck(Clock clock) {
    this.clock = clock;
  }

  Checked check(Instance field, @Nullable Object raw) {
    if (raw == null || raw.equals("")) {
      return Checked.NOTHING;
    }
    String text = raw.toString();
    Optional<String> complaint =
        switch (field.component().text("subtype").orElse("date")) {
          case "time" -> time(field, text);
          case "datetime" -> dateTime(field, text);
          default -> date(field, text);
        };
    return complaint.map(Checked::refused).orElse(Checked.kept(text));
  }

  private Optional<String> date(Instance field, String text) {
    Optional<LocalDate> date = parse(text);
    if (date.isEmpty()) {
      return Optional.of("enter a date that exists, like 2015-03-31.");
    }
    if (date.get().isBefore(FIRST_DATE)) {
      return Optional.of("enter a date from 1900-01-01 on.");
    }
    boolean past = date.get().isBefore(LocalDate.now(clock));
    return past && field.component().flag("disallowPassedDates")
        ? Optional.of("enter today or a later date.")
        : Optional.empty();
  }

  private static Optional<LocalDate> parse(String text) {
    if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> time(Instance field, String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches() || !exists(text, parts.group(2) != null)) {
      return Optional.of("enter a time that exists, like 14:30.");
    }
    if (!hasRightZone(field, Optional.ofNullable(parts.group(2)))) {
      return Optional.of("enter the time again; its time zone is not the one that is asked for.");
    }
    int interval = field.component().json().path("timeInterval").asInt(USUAL_INTERVAL);
    int minute = LocalTime.parse(parts.group(1)).getMinute();
    // A time in UTC may be off by a zone with half hours, so its minutes say nothing.
    boolean comparable = !"Z".equals(parts.group(2));
    return comparable && minute % interval != 0
        ? Optional.of("enter a time in steps of " + interval + " minutes.")
        : Optional.empty();
  }

  private static boolean exists(String time, boolean zoned) {
    try {
      return zoned ? OffsetTime.parse(time) != null : LocalTime.parse(time) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean hasRightZone(Instance field, Optional<String> zone) {
    return switch (field.component().text("timeSerializingFormat").orElse("no_timezone")) {
      case "utc_offset" -> zone.isPresent() && !zone.get().equals("Z");
      case "utc_normalized" -> zone.isPresent() && zone.get().equals("Z");
      default -> zone.isEmpty();
    };
  }

  private Optional<String> dateTime(Instance field, String text) {
    int t = text.indexOf('T');
    if (t < 0) {
      return Optional.of("enter both a date and a time, like 2015-03-31T14:30.");
    }
    return date(field, text.substring(0, t)).or(() -> time(field, text.substring(t + 1)));
  }
}
