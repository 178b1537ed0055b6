package org.alur.coercion;

/**
 * What allows a measure. UU 11/2009 art. 7 permits compulsion without a procedure, so each measure
 * names its own.
 */
public enum LegalBasis {
  /** Court measure, KUHP art. 103 to 107. */
  COURT_MEASURE(true),
  /** Measure for a child, KUHP art. 113; at most one year. */
  CHILD_MEASURE(true),
  /** Diversion agreement with court determination, UU 11/2012. */
  DIVERSION(true),
  /** Decision on a child under twelve, UU 11/2012 art. 21; at most six months. */
  CHILD_UNDER_12(true),
  /** Rehabilitation of addicts, UU 35/2009 art. 54 and 55. */
  NARCOTICS_REHABILITATION(false),
  /** Rehabilitation after sexual violence, UU 12/2022 art. 17. */
  SEXUAL_VIOLENCE_REHABILITATION(true),
  /** Transfer of custody by a court (kuasa asuh). */
  CUSTODY_TRANSFER(true),
  /** Guardianship of an adult by a court (pengampuan). */
  GUARDIANSHIP(true),
  /** Local by-law on street operations, PP 31/1980; allows screening, never a placement. */
  LOCAL_BYLAW(false),
  /** Imminent danger to life; at most 24 hours. */
  DANGER_TO_LIFE(false),
  /** Decision of the agency after notice and objection, UU 30/2014; reaches money only. */
  ADMINISTRATIVE_DECISION(true);

  private final boolean ordered;

  LegalBasis(boolean ordered) {
    this.ordered = ordered;
  }

  /** Whether an order or a decision, put down in writing, says when it ends. */
  public boolean isOrdered() {
    return ordered;
  }
}
