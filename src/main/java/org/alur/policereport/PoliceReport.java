package org.alur.policereport;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A report to the police that is owed, or was made.
 *
 * @param toldAt since when the law counts
 * @param endsAt when the time of the law is over
 * @param outcome how it was settled; empty as long as it is owed
 * @param breachedAt when it was noted that the time had passed
 */
public record PoliceReport(
    UUID id,
    CaseNumber number,
    Instant toldAt,
    Instant endsAt,
    Optional<Outcome> outcome,
    Optional<Instant> breachedAt) {

  /** How a report that is owed was settled. */
  public enum Outcome {
    BY_US,
    /** Somebody else had reported it already. */
    BY_OTHERS,
    /** The case was a duplicate: the report is made in the other one. */
    OTHER_CASE
  }

  /** Whether the police have still to be told. */
  public boolean isOpen() {
    return outcome.isEmpty();
  }
}
