package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.organisation.Explained;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, refused or took back (UU 27/2022). */
@Component
public class Consents {

  /** Why somebody else cannot take a consent back. */
  public static final String NOT_THEIRS =
      "Only the person, or whoever agreed for the person, can take a consent back. Note with \"Add"
          + " note\" what you were told, and ask the person.";

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Files a consent and gives its id. */
  @Transactional
  public UUID grant(CaseNumber number, ConsentDetails consent, String by, Optional<UUID> record) {
    return file(number, consent, false, by, record);
  }

  /** Files a refusal. It never stops protection in an emergency. */
  @Transactional
  public UUID refuse(CaseNumber number, ConsentDetails consent, String by, Optional<UUID> record) {
    var id = file(number, consent, true, by, record);
    events.publishEvent(new ConsentRefused(number, consent.type()));
    return id;
  }

  private UUID file(
      CaseNumber number,
      ConsentDetails consent,
      boolean refused,
      String by,
      Optional<UUID> record) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO consents (id, case_number, person_id, type, refused, given_by, capacity,
              method, witness, language, recipients, purpose, purposes, child_assent, given_at, valid_until,
              recorded_by, record_id)
            VALUES (:id, :number, :person, :type, :refused, :givenBy, :capacity, :method, :witness,
              :language, :recipients, :purpose, :purposes, :childAssent, :now, :validUntil, :by, :record)
            """)
        .param("id", id)
        .param("number", number.value())
        .param("person", consent.person().orElse(null))
        .param("type", consent.type().name())
        .param("refused", refused)
        .param("givenBy", consent.givenBy().name())
        .param("capacity", consent.capacity().name())
        .param("method", consent.method().name())
        .param("witness", consent.witness().orElse(null))
        .param("language", consent.language().orElse(null))
        .param("recipients", Row.array(consent.recipients()))
        .param("purpose", consent.purpose())
        .param("purposes", Row.array(consent.purposes().stream().map(Enum::name).toList()))
        .param("childAssent", consent.childAssent().orElse(null))
        .param("now", Row.at(clock.instant()))
        .param("validUntil", consent.validUntil().orElse(null))
        .param("by", by)
        .param("record", record.orElse(null))
        .update();
    return id;
  }

  /**
   * Takes back consents that hold.
   *
   * @param whose who takes them back: the person, or whoever agreed for the person
   * @throws WithdrawalRefused if one belongs to somebody else or does not hold any more
   */
  @Transactional
  public void withdraw(
      CaseNumber number,
      List<UUID> consents,
      ConsentDetails.GivenBy whose,
      Optional<String> reason,
      String by,
      UUID record) {
    for (var id : consents) {
      var consent = hold(number, id);
      if (!mayWithdraw(whose, consent.givenBy())) {
        throw new WithdrawalRefused(Explained.Reason.NOT_ALLOWED, NOT_THEIRS);
      }
      database
          .sql(
              """
              UPDATE consents SET withdrawn_at = :now, withdrawn_by = :by, withdrawn_for = :whose,
                withdrawal_reason = :reason, withdrawal_record_id = :record
              WHERE id = :id AND withdrawn_at IS NULL
              """)
          .param("now", Row.at(clock.instant()))
          .param("by", by)
          .param("whose", whose.name())
          .param("reason", reason.orElse(null))
          .param("record", record)
          .param("id", id)
          .update();
    }
    consents.stream()
        .map(id -> type(number, id))
        .distinct()
        .forEach(type -> events.publishEvent(new ConsentWithdrawn(number, type)));
  }

  private HeldConsent hold(CaseNumber number, UUID id) {
    return holding(number).stream()
        .filter(consent -> consent.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new WithdrawalRefused(
                    Explained.Reason.CONFLICT,
                    "This consent does not hold any more. Load the form again."));
  }

  private ConsentType type(CaseNumber number, UUID id) {
    return database
        .sql("SELECT type FROM consents WHERE case_number = :number AND id = :id")
        .param("number", number.value())
        .param("id", id)
        .query((columns, index) -> new Row(columns).choice("type", ConsentType.class))
        .single();
  }

  /**
   * Whether a consent belongs to somebody: to the person always, to others only if they agreed
   * themselves or have stepped in by law.
   */
  public static boolean mayWithdraw(ConsentDetails.GivenBy whose, ConsentDetails.GivenBy givenBy) {
    return switch (whose) {
      case SELF, COURT, CUSTODIAN -> true;
      case GUARDIAN -> whose == givenBy || givenBy == ConsentDetails.GivenBy.PARENT;
      case PARENT, GROUP_CHAIR, COMMUNITY_HEAD -> whose == givenBy;
    };
  }

  /** The consents that hold today, oldest first. */
  public List<HeldConsent> holding(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM consents
            WHERE case_number = :number AND NOT refused AND withdrawn_at IS NULL
              AND coalesce(valid_until, :today) >= :today
            ORDER BY ordinal
            """)
        .param("number", number.value())
        .param("today", WesternIndonesia.today(clock))
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new HeldConsent(
                  row.id("id"),
                  row.choice("type", ConsentType.class),
                  row.choice("given_by", ConsentDetails.GivenBy.class),
                  row.texts("recipients"),
                  LocalDate.ofInstant(row.instant("given_at"), WesternIndonesia.ZONE),
                  row.findDate("valid_until"));
            })
        .list();
  }

  /** Whether the newest answer to this question is a consent that still holds today. */
  public boolean holds(CaseNumber number, ConsentType type) {
    return database
        .sql(
            """
            SELECT NOT refused AND withdrawn_at IS NULL
              AND coalesce(valid_until, :today) >= :today AND coalesce(child_assent, true)
            FROM consents WHERE case_number = :number AND type = :type
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("today", WesternIndonesia.today(clock))
        .param("number", number.value())
        .param("type", type.name())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
