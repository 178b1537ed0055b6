package org.alur.casework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The number of a person in the civil registry (nomor induk kependudukan): province, regency and
 * district of the <em>first</em> registration, date of birth as DDMMYY (a woman's day increased by
 * 40), serial number. It never changes, neither by a move nor by a corrected date of birth, so what
 * it says may differ from the truth: that is a warning, not an error.
 *
 * @param value sixteen digits without errors
 */
public record Nik(String value) {

  private static final int LENGTH = 16;
  private static final int FEMALE_DAY_OFFSET = 40;
  private static final int OLDEST = 110;

  /** Province code of made-up people, which the civil registry never gives. */
  private static final String SYNTHETIC_PROVINCE = "00";

  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35",
          "36", "51", "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76",
          "81", "82", "91", "92", "93", "94", "95", "96");

  public Nik {
    List<String> errors = errors(value);
    if (!errors.isEmpty()) {
      // The value itself is personal data and stays out of messages and logs.
      throw new IllegalArgumentException(errors.get(0));
    }
  }

  /**
   * What makes a text no NIK at all, in sentences; empty if it is one.
   *
   * @param text what was typed
   */
  public static List<String> errors(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return List.of("A NIK has digits only; leave out spaces, dots and letters.");
    }
    if (text.length() != LENGTH) {
      return List.of(
          "A NIK has 16 digits, this has " + text.length() + "; compare it with the card.");
    }
    return errorsOfParts(text);
  }

  private static List<String> errorsOfParts(String text) {
    List<String> errors = new ArrayList<>();
    String province = text.substring(0, 2);
    if (!PROVINCES.contains(province) && !SYNTHETIC_PROVINCE.equals(province)) {
      errors.add(
          "The NIK begins with " + province + ", which is no province; compare it with the card.");
    }
    int month = Integer.parseInt(text.substring(8, 10));
    if (month < 1 || month > 12) {
      errors.add(
          "Digits 9 and 10 of the NIK are the month of birth and cannot be "
              + text.substring(8, 10)
              + "; compare it with the card.");
    } else if (birthDates(text).isEmpty()) {
      errors.add(
          "Digits 7 and 8 of the NIK are the day of birth (a woman's increased by 40) and cannot be "
              + text.substring(6, 8)
              + "; compare it with the card.");
    }
    if (text.endsWith("0000")) {
      errors.add("The NIK cannot end with 0000; compare it with the card.");
    }
    return errors;
  }

  /** The days in the last two centuries that digits 7 to 12 may mean. */
  private static List<LocalDate> birthDates(String text) {
    int day = Integer.parseInt(text.substring(6, 8));
    int month = Integer.parseInt(text.substring(8, 10));
    int year = Integer.parseInt(text.substring(10, 12));
    int dayOfMonth = day > FEMALE_DAY_OFFSET ? day - FEMALE_DAY_OFFSET : day;
    return Stream.of(2000 + year, 1900 + year)
        .flatMap(candidate -> date(candidate, month, dayOfMonth).stream())
        .toList();
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether the number is made up, for demonstrations and tests. */
  public boolean isSynthetic() {
    return value.startsWith(SYNTHETIC_PROVINCE);
  }

  /** The sex that the number tells. */
  public Sex sex() {
    return Integer.parseInt(value.substring(6, 8)) > FEMALE_DAY_OFFSET ? Sex.FEMALE : Sex.MALE;
  }

  /**
   * The date of birth that the number tells. Its year has two digits: of the centuries that give an
   * age between 0 and 110 years the one nearer to the stated date is taken, else the later one.
   *
   * @param stated what the person says, if known
   * @param today for the age
   */
  public LocalDate birthDate(Optional<LocalDate> stated, LocalDate today) {
    List<LocalDate> possible =
        birthDates(value).stream().filter(date -> isAge(date, today)).toList();
    return stated
        .flatMap(date -> nearest(possible, date))
        .or(() -> possible.stream().findFirst())
        .orElseGet(() -> birthDates(value).get(0));
  }

  private static boolean isAge(LocalDate birth, LocalDate today) {
    long age = ChronoUnit.YEARS.between(birth, today);
    return !birth.isAfter(today) && age <= OLDEST;
  }

  private static Optional<LocalDate> nearest(List<LocalDate> possible, LocalDate stated) {
    return possible.stream()
        .min(
            (one, other) ->
                Long.compare(
                    Math.abs(ChronoUnit.DAYS.between(one, stated)),
                    Math.abs(ChronoUnit.DAYS.between(other, stated))));
  }

  /**
   * Where the number differs from what is known about the person, in sentences. None of this is an
   * error: the number may be right although it differs.
   */
  public List<String> warnings(
      Optional<LocalDate> birthDate, Optional<Sex> sex, Optional<String> region, LocalDate today) {
    List<String> warnings = new ArrayList<>();
    birthDate
        .filter(stated -> !stated.equals(birthDate(birthDate, today)))
        .ifPresent(
            stated ->
                warnings.add("The NIK tells another date of birth than was stated; ask again."));
    sex.filter(stated -> stated != sex())
        .ifPresent(stated -> warnings.add("The NIK tells another sex than was stated; ask again."));
    region
        .map(code -> code.replace(".", ""))
        .filter(code -> !value.startsWith(code.substring(0, Math.min(4, code.length()))))
        .ifPresent(
            code ->
                warnings.add(
                    "The NIK was first registered in another place than the address;"
                        + " that is right for who has moved."));
    return warnings;
  }

  /** Not the number: it is personal data and would end in logs. */
  @Override
  public String toString() {
    return "NIK of " + sex();
  }
}
