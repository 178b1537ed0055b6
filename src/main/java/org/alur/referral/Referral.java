package org.alur.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A referral as it stands.
 *
 * @param recipient name of the organisation or person
 * @param contact whom to speak to there
 * @param answerReason why it was declined or taken back
 */
public record Referral(
    UUID id,
    CaseNumber number,
    Scope scope,
    String recipient,
    String contact,
    Instant offeredAt,
    Instant answerDue,
    int silences,
    State state,
    Optional<LocalDate> answeredOn,
    Optional<String> answerReason) {

  /** What the recipient is asked for. */
  public enum Scope {
    /** To help beside us. */
    PART,
    /** To take the case over. */
    WHOLE_CASE
  }

  /** How far it is. */
  public enum State {
    /** The recipient has not answered. */
    OFFERED,
    /** The recipient helps, or will soon. */
    ACCEPTED,
    /** The recipient does not help. */
    DECLINED,
    /** We did not need it any more before it was answered. */
    TAKEN_BACK,
    /** The consent on which it rested was taken back. */
    RECALLED,
    /** The person died before it was answered. */
    NOT_NEEDED
  }

  /** Not whom it is about: it would end in logs. */
  @Override
  public String toString() {
    return "referral " + id + " " + state;
  }
}
