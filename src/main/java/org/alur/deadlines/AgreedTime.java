package org.alur.deadlines;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;

/**
 * Steps for which people have agreed on a time: the date of a meeting, the last day of a decision.
 * The decision table says how long after it they are late.
 */
public interface AgreedTime {

  /** The ids of the user tasks. */
  Set<String> steps();

  /**
   * The time that was agreed on.
   *
   * @param variables that the task can see
   */
  Optional<Instant> of(String step, CaseNumber number, Map<String, Object> variables);
}
