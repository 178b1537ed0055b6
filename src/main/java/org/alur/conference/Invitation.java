package org.alur.conference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The date to which people are invited.
 *
 * @param clientInvited whether the person, an advocate, both or nobody
 * @param notInvitedBecause why nobody
 */
public record Invitation(
    String chair,
    Instant plannedAt,
    String place,
    ClientInvited clientInvited,
    Optional<String> notInvitedBecause,
    List<Participant> people) {

  /** Who of the side of the person whom the case is about. */
  public enum ClientInvited {
    /** The person. */
    PERSON,
    /** Somebody who speaks for the person. */
    ADVOCATE,
    /** Both. */
    PERSON_AND_ADVOCATE,
    /** Nobody, for a reason. */
    NOBODY
  }
}
