package org.alur.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator entered and collects what is wrong with it. */
final class Findings {

  /**
   * One thing that is wrong.
   *
   * @param field the field or column
   * @param message a sentence that says what is wrong and what to do
   */
  record Finding(String field, String message) {}

  private static final int LONGEST = 200;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern USER_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private final List<Finding> findings = new ArrayList<>();

  /** Adds a finding of the caller's own. */
  void add(String field, String message) {
    findings.add(new Finding(field, message));
  }

  /** Whether nothing is wrong so far. */
  boolean none() {
    return findings.isEmpty();
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }

  /** A text that has to be there; the empty text where it is wrong. */
  String required(String field, @Nullable String value) {
    var text = optional(field, value);
    if (text.isEmpty() && (value == null || value.isBlank())) {
      add(field, "Enter a value for " + field + ".");
    }
    return text.orElse("");
  }

  /** A text that may be missing. */
  Optional<String> optional(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    var text = value.strip();
    if (text.length() > LONGEST) {
      add(field, "%s is longer than %d characters; shorten it.".formatted(field, LONGEST));
      return Optional.empty();
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      add(field, field + " contains a line break or a tab; write it on one line.");
      return Optional.empty();
    }
    if ("=+-@".indexOf(text.charAt(0)) >= 0) {
      add(
          field,
          "%s begins with '%s', which a spreadsheet would run as a formula; remove that character."
              .formatted(field, text.charAt(0)));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The id of an agency, office or team. */
  String id(String field, @Nullable String value) {
    return matching(
        field, value, ID, "small letters, digits and hyphens between them, such as kota-utara");
  }

  /** The id of a login. */
  String userId(String field, @Nullable String value) {
    return matching(
        field,
        value,
        USER_ID,
        "small letters, digits, dots and hyphens between them, such as sari");
  }

  private String matching(String field, @Nullable String value, Pattern pattern, String rule) {
    var text = required(field, value);
    if (!text.isEmpty() && !pattern.matcher(text).matches()) {
      add(field, "%s may have %s; '%s' has not.".formatted(field, rule, text));
    }
    return text;
  }

  /** The id of something else that has to exist. */
  String existing(String field, @Nullable String value, String noun, Predicate<String> exists) {
    var text = required(field, value);
    if (!text.isEmpty() && !exists.test(text)) {
      add(
          field,
          "There is no active %s '%s'; enter it first, or correct the id.".formatted(noun, text));
    }
    return text;
  }

  /** One of the constants of an enum, by its name. */
  <E extends Enum<E>> Optional<E> choice(String field, @Nullable String value, Class<E> type) {
    return choice(field, required(field, value), type.getEnumConstants(), Enum::name);
  }

  /** Roles, by their keys. */
  Set<Role> roles(String field, @Nullable Collection<String> values) {
    return texts(field, values).stream()
        .map(text -> choice(field, text, Role.values(), Role::key))
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private <E> Optional<E> choice(String field, String text, E[] choices, Function<E, String> name) {
    var chosen =
        Arrays.stream(choices).filter(each -> name.apply(each).equalsIgnoreCase(text)).findFirst();
    if (chosen.isEmpty() && !text.isEmpty()) {
      add(
          field,
          "'%s' is no value of %s; choose one of %s."
              .formatted(
                  text, field, Arrays.stream(choices).map(name).collect(Collectors.joining(", "))));
    }
    return chosen;
  }

  /** Several texts, sorted. */
  Set<String> texts(String field, @Nullable Collection<String> values) {
    if (values == null) {
      return new TreeSet<>();
    }
    return values.stream()
        .map(value -> optional(field, value))
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Several ids of something else that has to exist. */
  Set<String> existing(
      String field, @Nullable Collection<String> values, String noun, Predicate<String> exists) {
    var texts = texts(field, values);
    texts.forEach(text -> existing(field, text, noun, exists));
    return texts;
  }

  /** A number and a last day, which belong together. */
  Optional<Licence> licence(
      String numberField, @Nullable String number, String dayField, @Nullable String day) {
    var heldNumber = optional(numberField, number);
    var lastDay = optional(dayField, day).flatMap(text -> parsed(dayField, text));
    if (heldNumber.isPresent() && (day == null || day.isBlank())) {
      add(dayField, "Enter the last day on which the licence %s is valid.".formatted(numberField));
    }
    if (heldNumber.isEmpty() && lastDay.isPresent()) {
      add(numberField, "Enter the number of the licence, or leave %s empty.".formatted(dayField));
    }
    return heldNumber.flatMap(text -> lastDay.map(date -> new Licence(text, date)));
  }

  /** A day that has to be there. */
  Optional<LocalDate> day(String field, @Nullable String value) {
    var text = optional(field, value);
    if (text.isEmpty() && (value == null || value.isBlank())) {
      add(field, "Enter the date, such as 2027-06-30; without one it is on no day.");
    }
    return text.flatMap(each -> parsed(field, each));
  }

  private Optional<LocalDate> parsed(String field, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      add(field, "%s is a day such as 2027-06-30; '%s' is not.".formatted(field, text));
      return Optional.empty();
    }
  }
}
