package org.alur.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A form as it was submitted.
 *
 * @param activityName the step that asked for it; empty for a form of the case page
 * @param values what was typed, by field key
 */
public record CaseRecord(
    UUID id,
    CaseNumber caseNumber,
    String formId,
    int formVersion,
    Optional<String> activityName,
    String submittedBy,
    Instant submittedAt,
    Map<String, Object> values) {

  /** Not the values: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return "record " + id + " of " + formId + " in " + caseNumber;
  }
}
