package org.alur.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact with the client or somebody near, planned, held or tried in vain.
 *
 * @param plannedAt when it was to be
 * @param heldAt when it was, or was tried
 */
public record Contact(
    Type type,
    Optional<Instant> plannedAt,
    Optional<Instant> heldAt,
    Outcome outcome,
    Optional<String> withWhom,
    Optional<String> summary,
    Optional<String> nextStep) {

  /** The way of the contact. */
  public enum Type {
    /** At the client's home. */
    HOME_VISIT,
    /** At the office. */
    OFFICE_VISIT,
    /** Somewhere else: school, hospital, street. */
    FIELD_VISIT,
    /** By telephone. */
    PHONE,
    /** By video. */
    VIDEO_CALL,
    /** By text message. */
    MESSAGE,
    /** By letter. */
    LETTER
  }

  /** What came of it. */
  public enum Outcome {
    /** It is still to come. */
    PLANNED,
    /** It took place. */
    HELD,
    /** Nobody was at home. */
    NOT_AT_HOME,
    /** Nobody answered. */
    NO_ANSWER,
    /** The person did not want to talk. */
    REFUSED,
    /** It was called off. */
    CANCELLED
  }
}
