package org.alur.coercion;

import java.time.LocalDate;

/**
 * How somebody was heard before the agency itself decides about their money (UU 30/2014).
 *
 * @param noticeGivenOn when they were told in writing what is intended and how to object
 */
public record Hearing(LocalDate noticeGivenOn, Objection objection, Finding finding) {

  /** What became of the right to object. */
  public enum Objection {
    /** They were told and did not object. */
    NONE,
    /** They objected, and nobody has answered yet. */
    OPEN,
    /** They objected, and the objection was answered and rejected. */
    REJECTED,
    /** They objected, and they were right. */
    UPHELD
  }

  /** How it was found out that money was paid wrongly or misused. */
  public enum Finding {
    /** Somebody went there and saw it. */
    VISIT,
    /** Papers show it. */
    PAPERS,
    /** The person said so. */
    ACCOUNT_OF_THE_PERSON,
    /** Two registers say different things; nobody has looked. */
    DATA_MISMATCH
  }
}
