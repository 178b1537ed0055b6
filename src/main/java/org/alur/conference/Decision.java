package org.alur.conference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a conference decided.
 *
 * @param outcome whether it was done; empty until that is reported
 */
public record Decision(
    UUID id,
    UUID conference,
    String text,
    String owner,
    LocalDate dueOn,
    Optional<Outcome> outcome) {

  /** What became of it. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** It was not, for a reason. */
    NOT_DONE,
    /** It is not needed any more. */
    CALLED_OFF
  }
}
