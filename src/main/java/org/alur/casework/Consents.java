package org.alur.casework;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, refused or took back (UU 27/2022). */
@Component
public class Consents {

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
              method, witness, language, recipients, purpose, child_assent, given_at, valid_until,
              recorded_by, record_id)
            VALUES (:id, :number, :person, :type, :refused, :givenBy, :capacity, :method, :witness,
              :language, :recipients, :purpose, :childAssent, :now, :validUntil, :by, :record)
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
        .param("childAssent", consent.childAssent().orElse(null))
        .param("now", Row.at(clock.instant()))
        .param("validUntil", consent.validUntil().orElse(null))
        .param("by", by)
        .param("record", record.orElse(null))
        .update();
    return id;
  }

  /**
   * Takes back what was agreed to: all consents of the type that still hold.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean withdraw(CaseNumber number, ConsentType type, String reason, String by) {
    int withdrawn =
        database
            .sql(
                """
                UPDATE consents SET withdrawn_at = :now, withdrawn_by = :by,
                  withdrawal_reason = :reason
                WHERE case_number = :number AND type = :type AND NOT refused
                  AND withdrawn_at IS NULL
                """)
            .param("now", Row.at(clock.instant()))
            .param("by", by)
            .param("reason", reason)
            .param("number", number.value())
            .param("type", type.name())
            .update();
    if (withdrawn > 0) {
      events.publishEvent(new ConsentWithdrawn(number, type));
    }
    return withdrawn > 0;
  }

  /** Whether the newest answer to this question is a consent that still holds today. */
  public boolean holds(CaseNumber number, ConsentType type) {
    return database
        .sql(
            """
            SELECT NOT refused AND withdrawn_at IS NULL
              AND coalesce(valid_until, :today) >= :today AND coalesce(child_assent, true)
            FROM consents WHERE case_number = :number AND type = :type
            ORDER BY given_at DESC, id LIMIT 1
            """)
        .param("today", WesternIndonesia.today(clock))
        .param("number", number.value())
        .param("type", type.name())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether a consent that still holds names this recipient of data. */
  public boolean mayTell(CaseNumber number, String recipient) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM consents
              WHERE case_number = :number AND type = 'DATA_SHARING' AND NOT refused
                AND withdrawn_at IS NULL AND coalesce(valid_until, :today) >= :today
                AND :recipient = ANY (recipients))
            """)
        .param("today", WesternIndonesia.today(clock))
        .param("number", number.value())
        .param("recipient", recipient)
        .query(Boolean.class)
        .single();
  }
}
