package org.alur.deadlines;

/**
 * How much time a step has, as the decision says.
 *
 * @param due until it should be done, ISO 8601: PT2H, P7D
 * @param fatal until it has to be done at the latest, ISO 8601
 * @param followUp until its worker is reminded, ISO 8601
 * @param priority the higher, the more urgent
 */
record Allowance(
    String due,
    String fatal,
    String followUp,
    CountedFrom countedFrom,
    CountedIn countedIn,
    int priority) {

  /** Where the time begins. */
  enum CountedFrom {
    /** When the case came to its stage. */
    STAGE,
    /** When the task was created. */
    TASK,
    /** The time that people agreed on; the reminder comes as long before it. */
    AGREED
  }

  /** How the time is counted. */
  enum CountedIn {
    /** Nights and holidays count. */
    ROUND_THE_CLOCK,
    /** Only the working days of the office count. */
    WORKING_DAYS
  }
}
