package org.alur.casework;

import java.util.Optional;

/**
 * The proposal to end a case.
 *
 * @param proposedBy the user who prepared it; somebody else decides
 * @param decidedBy the supervisor who decided, if anybody has
 * @param decisionReason why it was sent back, if it was
 */
public record Closure(
    ClosureReason reason,
    String summary,
    boolean aftercareAgreed,
    String proposedBy,
    Status status,
    Optional<String> decidedBy,
    Optional<String> decisionReason) {

  /** What became of a proposal. */
  public enum Status {
    /** A supervisor has to decide. */
    PROPOSED,
    /** The case may be closed. */
    APPROVED,
    /** Something is missing. */
    RETURNED
  }
}
