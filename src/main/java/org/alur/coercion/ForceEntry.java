package org.alur.coercion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A use of force, an injury or another incident while a measure was in force.
 *
 * @param force what was done, if force was used
 * @param involved who took part and who saw it
 * @param medicalHelp what the injury is and who looked after it, if somebody was hurt
 */
public record ForceEntry(
    CaseNumber caseNumber,
    UUID measure,
    Kind kind,
    Instant happenedAt,
    Optional<Force> force,
    String what,
    String involved,
    Injured injured,
    Optional<String> medicalHelp,
    String recordedBy,
    Optional<UUID> record) {

  /** What is recorded. */
  public enum Kind {
    /** Somebody used force. */
    USE_OF_FORCE,
    /** Somebody was hurt. */
    INJURY,
    /** Something else happened. */
    INCIDENT
  }

  /** The force that was used. */
  public record Force(Means means, long minutes, String triedBefore) {}

  /** How force was used; also what is prohibited, so that it comes to light. */
  public enum Means {
    /** Led or pushed by hand. */
    GUIDING,
    /** Held. */
    HOLDING,
    /** Carried away. */
    CARRYING,
    /** Tied, chained, beaten or isolated. */
    PROHIBITED
  }

  /** Who was hurt. */
  public enum Injured {
    /** Nobody. */
    NOBODY,
    /** Whom the measure compels. */
    PERSON,
    /** Somebody else. */
    OTHERS,
    /** Both. */
    PERSON_AND_OTHERS
  }
}
