package org.alur.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A benefit and what was decided about it.
 *
 * @param requestedOn the day of the request; the ladder of that day decides
 * @param approvedBy those who agreed so far, in order
 * @param endedOn the last day, if it ended early
 * @param statusReason why it was rejected, withdrawn or ended
 */
public record Benefit(
    UUID id,
    BenefitRequest request,
    String requestedBy,
    LocalDate requestedOn,
    Status status,
    List<String> approvedBy,
    Optional<LocalDate> endedOn,
    Optional<String> statusReason) {

  /** How far the decision is. */
  public enum Status {
    /** Waits for a decision. */
    REQUESTED,
    /** May be paid or delivered. */
    APPROVED,
    /** Is not granted. */
    REJECTED,
    /** Was granted and ended before its time. */
    ENDED,
    /** Ended with its case before anything of it was given. */
    WITHDRAWN
  }

  /** Whether a person asked for it or agreed to it. */
  public boolean involves(String userId) {
    return requestedBy.equals(userId) || approvedBy.contains(userId);
  }
}
