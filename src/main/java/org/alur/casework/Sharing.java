package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate through which anything about a person leaves the agency (UU 27/2022). The person's
 * newest answer about a recipient and a purpose decides; to protect a life nobody is asked.
 */
@Component
public class Sharing {

  /** What was shared with somebody outside, as people read it. */
  public record Shared(
      String recipient, SharingPurpose purpose, LocalDate on, Optional<UUID> consent) {}

  private final JdbcClient database;
  private final Cases cases;
  private final Clock clock;

  Sharing(JdbcClient database, Cases cases, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.clock = clock;
  }

  /** Whether this recipient may be told for this purpose now. */
  public SharingAnswer mayShare(CaseNumber number, Recipient recipient, SharingPurpose purpose) {
    return purpose == SharingPurpose.EMERGENCY_PROTECTION
        ? toProtect(number)
        : newest(number, recipient, purpose)
            .map(answer -> answer.judge(WesternIndonesia.today(clock)))
            .orElseGet(
                () ->
                    new SharingAnswer.Refused(
                        "The person has not agreed that this recipient is told for this. Ask"
                            + " first, with \"Ask to share\" on the case page."));
  }

  private SharingAnswer toProtect(CaseNumber number) {
    return cases.get(number).riskLevel().filter(RiskLevel.EMERGENCY::equals).isPresent()
        ? new SharingAnswer.Allowed(Optional.empty())
        : new SharingAnswer.Refused(
            "Without consent only what protects a life is shared, and the risk of this case is no"
                + " emergency. Ask the person, or raise the risk first.");
  }

  /** A refusal is about everybody; a consent about whom and what it names. */
  private Optional<Answer> newest(CaseNumber number, Recipient recipient, SharingPurpose purpose) {
    return database
        .sql(
            """
            SELECT id, refused, withdrawn_at IS NOT NULL AS withdrawn, valid_until,
              coalesce(child_assent, true) AS assented
            FROM consents
            WHERE case_number = :number AND type = 'DATA_SHARING'
              AND (refused OR (:recipient = ANY (recipients) AND :purpose = ANY (purposes)))
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("number", number.value())
        .param("recipient", recipient.name())
        .param("purpose", purpose.name())
        .query(Answer::from)
        .optional();
  }

  private record Answer(
      UUID id, boolean refused, boolean withdrawn, Optional<LocalDate> until, boolean assented) {

    static Answer from(ResultSet columns, int index) throws SQLException {
      var row = new Row(columns);
      return new Answer(
          row.id("id"),
          row.is("refused"),
          row.is("withdrawn"),
          row.findDate("valid_until"),
          row.is("assented"));
    }

    SharingAnswer judge(LocalDate today) {
      if (refused) {
        return new SharingAnswer.Refused(
            "The person said no to sharing. Respect that; ask again only if something changed.");
      }
      if (withdrawn) {
        return new SharingAnswer.Refused(
            "The consent was taken back, so nothing more is shared. Ask again only if the person"
                + " wants to talk about it.");
      }
      if (!assented) {
        return new SharingAnswer.Refused(
            "The child did not agree, so nothing is shared. Talk with the child first.");
      }
      return until.filter(today::isAfter).isPresent()
          ? new SharingAnswer.Refused(
              "The consent ended on %s. Ask again, with \"Ask to share\" on the case page."
                  .formatted(until.get()))
          : new SharingAnswer.Allowed(Optional.of(id));
    }
  }

  /**
   * Files what is shared; there is no other way to share.
   *
   * @return the id of the disclosure
   * @throws SharingRefused if it may not be shared
   */
  @Transactional
  public UUID share(CaseNumber number, Disclosure told, String by, UUID record) {
    var answer = mayShare(number, told.recipient(), told.purpose());
    if (answer instanceof SharingAnswer.Refused refused) {
      throw new SharingRefused(refused.sentence());
    }
    var consent = ((SharingAnswer.Allowed) answer).consent();
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO disclosures (id, case_number, recipient_kind, recipient, purpose,
              consent_id, summary, shared_by, shared_at, record_id)
            VALUES (:id, :number, :kind, :recipient, :purpose, :consent, :summary, :by, :now,
              :record)
            """)
        .param("id", id)
        .param("number", number.value())
        .param("kind", told.recipient().name())
        .param("recipient", told.name())
        .param("purpose", told.purpose().name())
        .param("consent", consent.orElse(null))
        .param("summary", told.summary())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    return id;
  }

  /** Everybody outside who was told something, newest first. */
  public List<Shared> told(CaseNumber number) {
    return database
        .sql("SELECT * FROM disclosures WHERE case_number = :number ORDER BY shared_at DESC, id")
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Shared(
                  row.text("recipient"),
                  row.choice("purpose", SharingPurpose.class),
                  LocalDate.ofInstant(row.instant("shared_at"), WesternIndonesia.ZONE),
                  row.findId("consent_id"));
            })
        .list();
  }
}
