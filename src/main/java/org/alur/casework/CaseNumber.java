package org.alur.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alur.catalogue.Field;

/**
 * The number of a case, {@code SR-2026-000123}: field, year, running number. It is the business key
 * of every process instance of the case and given by the server only.
 */
public record CaseNumber(@JsonValue String value) {

  private static final Pattern FORMAT = Pattern.compile("(SR|SP|SS|SE)-\\d{4}-\\d{6}");

  public CaseNumber {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A case number looks like SR-2026-000123, which this does not: " + value);
    }
  }

  /** Reads what somebody typed or sent; empty if it is no case number. */
  public static Optional<CaseNumber> find(String text) {
    return Optional.of(text).filter(value -> FORMAT.matcher(value).matches()).map(CaseNumber::new);
  }

  /** Puts a number together. */
  public static CaseNumber of(Field field, int year, long sequence) {
    return new CaseNumber("%s-%d-%06d".formatted(field.code(), year, sequence));
  }

  /** The field that the number begins with. */
  public Field field() {
    return Arrays.stream(Field.values())
        .filter(field -> value.startsWith(field.code()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return value;
  }
}
