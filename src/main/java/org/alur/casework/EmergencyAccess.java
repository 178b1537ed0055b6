package org.alur.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody without access opened a case because it could not wait.
 *
 * @param by who, by name
 * @param own whether it is by this that the one who asks now may read the case
 * @param looks what was looked at meanwhile, the first first
 * @param justified what the supervisor thought of it, once asked
 */
public record EmergencyAccess(
    UUID id,
    String by,
    String reason,
    Instant openedAt,
    Instant validUntil,
    boolean own,
    Optional<Boolean> justified,
    Optional<String> reviewedBy,
    List<Look> looks) {

  /** A look at a part of the case. */
  public record Look(String what, Instant at) {}
}
