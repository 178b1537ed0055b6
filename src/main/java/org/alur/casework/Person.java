package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A person of the case file: a client, a member of a household or of a group.
 *
 * @param nikStatus how far the NIK can be relied on
 * @param temporaryNumber the number by which a person without a NIK is called, {@code T-000123}
 * @param deceasedOn the day of death, if the person has died
 * @param sameAs the person that this one turned out to be
 */
public record Person(
    UUID id,
    PersonDetails details,
    NikStatus nikStatus,
    Optional<String> temporaryNumber,
    Optional<LocalDate> deceasedOn,
    Optional<UUID> sameAs) {

  /** Age of majority; before it the rules for children apply (UU 35/2014). */
  private static final int ADULT = 18;

  /** The person's name. */
  public String name() {
    return details.fullName();
  }

  /** Age in completed years, or at death. */
  public Optional<Integer> age(LocalDate today) {
    return details.birthDate().map(birth -> Period.between(birth, end(today)).getYears());
  }

  private LocalDate end(LocalDate today) {
    return deceasedOn.orElse(today);
  }

  /** Whether the person is known to be under 18. */
  public boolean isChild(LocalDate today) {
    return age(today).map(age -> age < ADULT).orElse(false);
  }

  /** Values by the keys of {@link PersonDetails}, to fill a form; what is unknown is left out. */
  public Map<String, Object> asFormValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("fullName", details.fullName());
    details.alias().ifPresent(alias -> values.put("alias", alias));
    details.nik().ifPresent(nik -> values.put("nik", nik));
    details.nikMissingReason().ifPresent(reason -> values.put("nikMissingReason", reason.name()));
    details.kkNumber().ifPresent(kk -> values.put("kkNumber", kk));
    details.birthDate().ifPresent(date -> values.put("birthDate", date.toString()));
    values.put("birthDateEstimated", details.birthDateEstimated());
    details.sex().ifPresent(sex -> values.put("sex", sex.name()));
    details.religion().ifPresent(religion -> values.put("religion", religion));
    details.language().ifPresent(language -> values.put("language", language));
    values.put("disabilities", details.disabilities());
    details.phone().ifPresent(phone -> values.put("phone", phone));
    details.address().ifPresent(address -> values.put("address", address));
    details.village().ifPresent(village -> values.put("village", village));
    details.regionCode().ifPresent(code -> values.put("regionCode", code));
    return values;
  }

  /** Reads a row of {@code persons}. */
  public static Person from(ResultSet columns, int number) throws SQLException {
    var row = new Row(columns);
    return new Person(
        row.id("id"),
        detailsFrom(row),
        row.choice("nik_status", NikStatus.class),
        row.findText("temporary_number"),
        row.findDate("deceased_on"),
        row.findId("same_as"));
  }

  private static PersonDetails detailsFrom(Row row) throws SQLException {
    return new PersonDetails(
        row.text("full_name"),
        row.findText("alias"),
        row.findText("nik"),
        row.findChoice("nik_missing_reason", NikMissingReason.class),
        row.findText("kk_number"),
        row.findDate("birth_date"),
        row.is("birth_date_estimated"),
        row.findChoice("sex", Sex.class),
        row.findText("religion"),
        row.findText("language"),
        row.texts("disabilities"),
        row.findText("phone"),
        row.findText("address"),
        row.findText("village"),
        row.findText("region_code"));
  }

  /** Not the details: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return "person " + id;
  }
}
