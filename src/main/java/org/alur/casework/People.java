package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons of the case file. A missing or doubtful NIK never stands in the way: the person gets
 * a temporary number, or the NIK is kept as a discrepancy until somebody has cleared it up.
 */
@Component
public class People {

  private final JdbcClient database;
  private final Clock clock;

  People(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Files a new person.
   *
   * @param by the user who did it
   * @throws IllegalArgumentException if the NIK is none; the message is a sentence for the user
   */
  @Transactional
  public Person register(PersonDetails details, String by) {
    var id = UUID.randomUUID();
    boolean missing = details.nik().isEmpty();
    statement(
            """
            INSERT INTO persons (id, nik, nik_status, nik_missing_reason, temporary_number,
              kk_number, full_name, alias, birth_date, birth_date_estimated, sex, religion,
              language, disabilities, phone, address, village, region_code, created_at,
              created_by, updated_at)
            VALUES (:id, :nik, :nikStatus, :nikMissingReason,
              CASE WHEN :missing
                THEN 'T-' || lpad(nextval('temporary_person_numbers')::text, 6, '0') END,
              :kkNumber, :fullName, :alias, :birthDate, :birthDateEstimated, :sex, :religion,
              :language, :disabilities, :phone, :address, :village, :regionCode, :now, :by, :now)
            """,
            id,
            details)
        .param("missing", missing)
        .param("by", by)
        .update();
    return get(id);
  }

  /**
   * Corrects or completes what is known about a person. A NIK that is now known replaces the reason
   * why it was missing; the temporary number stays, because letters may carry it.
   */
  @Transactional
  public Person correct(UUID id, PersonDetails details) {
    int changed =
        statement(
                """
                UPDATE persons SET nik = :nik, nik_status = :nikStatus,
                  nik_missing_reason = :nikMissingReason,
                  temporary_number = CASE WHEN :nik::text IS NULL THEN coalesce(temporary_number,
                    'T-' || lpad(nextval('temporary_person_numbers')::text, 6, '0'))
                    ELSE temporary_number END,
                  kk_number = :kkNumber, full_name = :fullName, alias = :alias,
                  birth_date = :birthDate, birth_date_estimated = :birthDateEstimated, sex = :sex,
                  religion = :religion, language = :language, disabilities = :disabilities,
                  phone = :phone, address = :address, village = :village,
                  region_code = :regionCode, updated_at = :now
                WHERE id = :id
                """,
                id,
                details)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException("There is no person " + id + ".");
    }
    return get(id);
  }

  private JdbcClient.StatementSpec statement(String sql, UUID id, PersonDetails details) {
    return database
        .sql(sql)
        .param("id", id)
        .param("nik", details.nik().map(nik -> new Nik(nik).value()).orElse(null))
        .param("nikStatus", status(id, details).name())
        .param("nikMissingReason", Row.code(missingReason(details)))
        .param("kkNumber", details.kkNumber().orElse(null))
        .param("fullName", details.fullName())
        .param("alias", details.alias().orElse(null))
        .param("birthDate", details.birthDate().orElse(null))
        .param("birthDateEstimated", details.birthDateEstimated())
        .param("sex", Row.code(details.sex()))
        .param("religion", details.religion().orElse(null))
        .param("language", details.language().orElse(null))
        .param("disabilities", Row.array(details.disabilities()))
        .param("phone", details.phone().orElse(null))
        .param("address", details.address().orElse(null))
        .param("village", details.village().orElse(null))
        .param("regionCode", details.regionCode().orElse(null))
        .param("now", Row.at(clock.instant()));
  }

  private static Optional<NikMissingReason> missingReason(PersonDetails details) {
    if (details.nik().isPresent()) {
      return Optional.empty();
    }
    return details.nikMissingReason().or(() -> Optional.of(NikMissingReason.NOT_KNOWN_YET));
  }

  /** One NIK has one reliable holder; a second one waits for a decision. */
  private NikStatus status(UUID id, PersonDetails details) {
    if (details.nik().isEmpty()) {
      return NikStatus.MISSING;
    }
    // Two openings with the same NIK at the same moment: the second one waits here for the first.
    database
        .sql("SELECT pg_advisory_xact_lock(hashtext(:nik))")
        .param("nik", details.nik().get())
        .query((row, number) -> true)
        .single();
    return database
        .sql(
            """
            SELECT nik_status, id = :id AS own FROM persons
            WHERE nik = :nik AND nik_status IN ('FORMAT_OK', 'VERIFIED')
            """)
        .param("id", id)
        .param("nik", details.nik().get())
        .query(
            (columns, number) -> {
              var row = new Row(columns);
              return row.is("own")
                  ? row.choice("nik_status", NikStatus.class)
                  : NikStatus.DISCREPANCY;
            })
        .optional()
        .orElse(NikStatus.FORMAT_OK);
  }

  /** The person with this id. */
  public Optional<Person> find(UUID id) {
    return database
        .sql("SELECT * FROM persons WHERE id = :id")
        .param("id", id)
        .query(Person::from)
        .optional();
  }

  /** The person with this id, who is known to exist. */
  public Person get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalStateException("There is no person " + id + "."));
  }

  /** The person who reliably holds this NIK. */
  public Optional<Person> findByNik(Nik nik) {
    return database
        .sql("SELECT * FROM persons WHERE nik = :nik AND nik_status IN ('FORMAT_OK', 'VERIFIED')")
        .param("nik", nik.value())
        .query(Person::from)
        .optional();
  }

  /** Notes that a person has died. */
  @Transactional
  public void died(UUID id, LocalDate on) {
    database
        .sql("UPDATE persons SET deceased_on = :on, updated_at = :now WHERE id = :id")
        .param("on", on)
        .param("now", Row.at(clock.instant()))
        .param("id", id)
        .update();
  }
}
