package org.alur.conference;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A conference as it stands.
 *
 * @param measure about which it is, if it is about one
 * @param calledBy who called it; empty if a rule did
 * @param purpose what for, in the words of whoever called it
 * @param heldAt when it was held with a quorum
 * @param calledOff whether it is not needed any more
 */
public record Conference(
    UUID id,
    CaseNumber number,
    Reason reason,
    Optional<UUID> measure,
    Optional<String> calledBy,
    Optional<String> purpose,
    Instant calledAt,
    Optional<Instant> heldAt,
    boolean calledOff) {

  /** Why a case is discussed; all but the last are mandatory. */
  public enum Reason {
    /** The risk has become an emergency. */
    EMERGENCY,
    /** A measure was asked for that compels. */
    COERCION,
    /** A placement or a removal. */
    PLACEMENT,
    /** Where somebody is to live for good. */
    PERMANENCY,
    /** Three or more agencies are on the case. */
    AGENCIES,
    /** The plan was overdue twice. */
    PLAN_OVERDUE,
    /** The person died. */
    DEATH,
    /** Somebody was injured while a measure was in force. */
    SERIOUS_INCIDENT,
    /** Somebody wants the case discussed. */
    OTHER;

    /** Whether a rule wants it. */
    public boolean isMandatory() {
      return this != OTHER;
    }

    /** Whether there is something to learn from it also after the person died. */
    public boolean outlivesTheCase() {
      return this == DEATH || this == SERIOUS_INCIDENT;
    }
  }

  /** Whether it is still to be held. */
  public boolean isOpen() {
    return heldAt.isEmpty() && !calledOff;
  }
}
