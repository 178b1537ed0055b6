package org.alur.referral;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an offer.
 *
 * @param on the day of the answer; empty if we took the offer back
 * @param from who gave it there; empty if we took the offer back
 * @param reason why it was declined or taken back
 * @param by the user who noted it
 */
public record Answer(
    Kind kind,
    Optional<LocalDate> on,
    Optional<String> from,
    Optional<String> reason,
    String by,
    UUID record) {

  /** What it was. */
  public enum Kind {
    /** The recipient helps. */
    ACCEPTED,
    /** The recipient does not help. */
    DECLINED,
    /** Nobody answered, and we do not need it any more. */
    TAKEN_BACK
  }

  /** Not what it says: it is personal data and would end in logs. */
  @Override
  public String toString() {
    return "answer " + kind;
  }
}
