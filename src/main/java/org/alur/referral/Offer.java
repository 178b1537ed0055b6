package org.alur.referral;

import java.time.Instant;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Disclosure;

/**
 * What another agency is asked for.
 *
 * @param told what it is told; nothing else is shared
 * @param contact whom to speak to there
 * @param record the form that says so
 */
public record Offer(
    CaseNumber number,
    Referral.Scope scope,
    Disclosure told,
    String contact,
    String reason,
    boolean urgent,
    Instant answerDue,
    String by,
    UUID record) {

  /** Not what it says: it is personal data and would end in logs. */
  @Override
  public String toString() {
    return "offer in case " + number;
  }
}
