package org.alur.assistance;

import java.util.Optional;
import java.util.UUID;

/**
 * Whether the family did what a component asks for.
 *
 * @param note why not
 */
public record CommitmentCheck(UUID component, Result result, Optional<String> note) {

  /** What was found. */
  public enum Result {
    /** Yes. */
    MET,
    /** No, but it could not: nothing is taken off. */
    EXCUSED,
    /** No: this component is not paid in this quarter. */
    NOT_MET
  }
}
