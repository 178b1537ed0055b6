package org.alur.workload;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A case that is to go from one caseworker to another.
 *
 * @param summary what the next caseworker must know
 * @param agreedBy the supervisor of the present caseworker who asked for it or agreed to it
 */
public record CaseTransfer(
    UUID id,
    CaseNumber number,
    String from,
    String to,
    String reason,
    String summary,
    String requestedBy,
    Optional<String> agreedBy) {

  /** Whether somebody gives or gets the case, or asked for it without being who agreed. */
  boolean isOfInterestTo(String userId) {
    return userId.equals(from)
        || userId.equals(to)
        || (userId.equals(requestedBy) && agreedBy.filter(userId::equals).isEmpty());
  }
}
