package org.alur.assistance;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of an application.
 *
 * @param determinedBy who decided that they are entitled
 */
public record Enrolment(
    UUID id,
    Application application,
    String appliedBy,
    Status status,
    Optional<String> determinedBy,
    Optional<String> determinationReason,
    Optional<String> endReason) {

  /** How far it is. */
  public enum Status {
    /** Waits for the determination. */
    APPLIED,
    /** Is entitled. */
    DETERMINED,
    /** Is not entitled. */
    REFUSED,
    /** Needs it no more. */
    GRADUATED,
    /** Was removed after notice. */
    REMOVED,
    /** The case ended around it. */
    LAPSED
  }
}
