package org.alur.legalaid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The providers that were asked, one after the other, and what they answered. */
@Component
public class ProviderReferrals {

  private final JdbcClient database;
  private final LegalAid requests;
  private final Clock clock;

  ProviderReferrals(JdbcClient database, LegalAid requests, Clock clock) {
    this.database = database;
    this.requests = requests;
    this.clock = clock;
  }

  /** Files that a provider has the request. */
  @Transactional
  public void refer(ProviderReferral referral, String by, UUID record) {
    database
        .sql(
            """
            INSERT INTO legal_aid_referrals (id, request_id, provider, accredited,
              accreditation_number, sent_on, answer_due, referred_by, referred_at, record_id)
            VALUES (:id, :request, :provider, :accredited, :accreditation, :sentOn, :due, :by,
              :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("request", referral.request())
        .param("provider", referral.provider())
        .param("accredited", referral.accredited())
        .param("accreditation", referral.accreditationNumber().orElse(null))
        .param("sentOn", referral.sentOn())
        .param("due", Row.at(referral.answerDue()))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    requests.move(referral.request(), LegalAidStage.COMPLETE, LegalAidStage.REFERRED);
  }

  /** Files the answer; one that does not accept leaves the request open for another provider. */
  @Transactional
  public void answer(UUID id, ProviderAnswer answer) {
    LegalAid.moved(
        database
            .sql(
                """
                UPDATE legal_aid_referrals SET answer = :answer, answered_on = :on,
                  reasons = :reasons, noted_by = :by, noted_at = :now, answer_record_id = :record
                WHERE request_id = :id AND answer IS NULL
                """)
            .param("answer", answer.kind().name())
            .param("on", answer.on().orElse(null))
            .param("reasons", answer.reasons().orElse(null))
            .param("by", answer.by())
            .param("now", Row.at(clock.instant()))
            .param("record", answer.record())
            .param("id", id)
            .update(),
        id);
    boolean accepted = answer.kind() == ProviderAnswer.Kind.ACCEPTED;
    requests.move(
        id, LegalAidStage.REFERRED, accepted ? LegalAidStage.ACCEPTED : LegalAidStage.COMPLETE);
  }

  /** The provider that was asked at last, if one was. */
  public Optional<ProviderReferral> newest(UUID id) {
    return database
        .sql(
            """
            SELECT * FROM legal_aid_referrals WHERE request_id = :id
            ORDER BY referred_at DESC LIMIT 1
            """)
        .param("id", id)
        .query(ProviderReferrals::referral)
        .optional();
  }

  private static ProviderReferral referral(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new ProviderReferral(
        row.id("request_id"),
        row.text("provider"),
        row.is("accredited"),
        row.findText("accreditation_number"),
        row.findDate("sent_on").orElseThrow(),
        row.instant("answer_due"),
        row.findText("reasons"));
  }
}
