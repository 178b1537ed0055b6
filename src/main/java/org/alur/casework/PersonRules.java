package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What may be said about a person, for every form that asks for one with the keys of {@link
 * PersonDetails}. Whatever is missing or doubtful is a warning; only what cannot be is an error.
 */
@Component
public class PersonRules {

  /**
   * Something that is wrong or doubtful.
   *
   * @param key the field of the form
   * @param message a sentence that says what it is and what to do
   */
  public record Finding(String key, String message) {}

  private final boolean synthetic;
  private final Clock clock;

  PersonRules(@Value("${alur.synthetic-data:false}") boolean synthetic, Clock clock) {
    this.synthetic = synthetic;
    this.clock = clock;
  }

  /** What cannot be accepted. */
  public List<Finding> errors(Map<String, ? extends @Nullable Object> values) {
    List<Finding> findings = new ArrayList<>();
    text(values, "nik").ifPresent(nik -> nikErrors(nik, findings));
    text(values, "kkNumber").ifPresent(kk -> kkErrors(kk, findings));
    text(values, "birthDate").ifPresent(date -> birthDateErrors(date, findings));
    return findings;
  }

  private void nikErrors(String nik, List<Finding> findings) {
    Nik.errors(nik).forEach(error -> findings.add(new Finding("nik", error)));
    if (findings.isEmpty() && new Nik(nik).isSynthetic() && !synthetic) {
      findings.add(
          new Finding(
              "nik",
              "The NIK begins with 00, which no province has; compare it with the card, or leave it"
                  + " empty and say why it is missing."));
    }
  }

  private static void kkErrors(String kk, List<Finding> findings) {
    if (!kk.matches("[0-9]{16}")) {
      findings.add(
          new Finding(
              "kkNumber", "A family card number has 16 digits; compare it with the family card."));
    }
  }

  private void birthDateErrors(String text, List<Finding> findings) {
    if (LocalDate.parse(text).isAfter(WesternIndonesia.today(clock))) {
      findings.add(new Finding("birthDate", "The date of birth is still to come; correct it."));
    }
  }

  /** What is doubtful, once there are no errors. It is shown and never refused. */
  public List<Finding> warnings(PersonDetails details) {
    List<Finding> findings = new ArrayList<>();
    details
        .nik()
        .map(Nik::new)
        .ifPresent(
            nik ->
                nik.warnings(
                        details.birthDate(),
                        details.sex(),
                        details.regionCode(),
                        WesternIndonesia.today(clock))
                    .forEach(warning -> findings.add(new Finding("nik", warning))));
    return findings;
  }

  private static Optional<String> text(Map<String, ? extends @Nullable Object> values, String key) {
    return Optional.<Object>ofNullable(values.get(key))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
