package org.alur.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person. Forms that ask for it use the component names as field keys, so
 * that the same keys fill them again.
 *
 * @param nik sixteen digits; empty if the person has none or it is not known yet
 * @param nikMissingReason why there is no NIK
 * @param kkNumber number of the family card (kartu keluarga)
 * @param birthDateEstimated whether the date is a guess
 * @param language ISO 639 code
 * @param village name of the village as people say it
 * @param regionCode code of the Ministry of Home Affairs, {@code 32.04.05.2001}
 */
public record PersonDetails(
    String fullName,
    Optional<String> alias,
    Optional<String> nik,
    Optional<NikMissingReason> nikMissingReason,
    Optional<String> kkNumber,
    Optional<LocalDate> birthDate,
    boolean birthDateEstimated,
    Optional<Sex> sex,
    Optional<String> religion,
    Optional<String> language,
    List<String> disabilities,
    Optional<String> phone,
    Optional<String> address,
    Optional<String> village,
    Optional<String> regionCode) {

  public PersonDetails {
    disabilities = List.copyOf(disabilities);
  }

  /** Reads the details from the values of a form, of which only the name is required. */
  public static PersonDetails from(Map<String, ? extends @Nullable Object> values) {
    return new PersonDetails(
        text(values, "fullName")
            .orElseThrow(() -> new IllegalArgumentException("Type the person's name.")),
        text(values, "alias"),
        text(values, "nik"),
        text(values, "nikMissingReason").map(NikMissingReason::valueOf),
        text(values, "kkNumber"),
        text(values, "birthDate").map(LocalDate::parse),
        Boolean.TRUE.equals(values.get("birthDateEstimated")),
        text(values, "sex").map(Sex::valueOf),
        text(values, "religion"),
        text(values, "language"),
        values.get("disabilities") instanceof List<?> list
            ? list.stream().map(Object::toString).toList()
            : List.of(),
        text(values, "phone"),
        text(values, "address"),
        text(values, "village"),
        text(values, "regionCode"));
  }

  private static Optional<String> text(Map<String, ? extends @Nullable Object> values, String key) {
    return Optional.<Object>ofNullable(values.get(key))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
