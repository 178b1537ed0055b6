package org.alur.forms;

import java.util.Map;

/**
 * What the server makes of a submission.
 *
 * @param values what is kept, by key of the form: only visible fields that are filled; whole
 *     numbers as {@code Long}, others as {@code BigDecimal}, dates and times as ISO text, rows as a
 *     list of maps. Meaningless if something was refused.
 * @param refusals what cannot be accepted; a field is named by its path, rows counted from 0 in it,
 *     like {@code members[1].name}
 */
public record Validated(Map<String, Object> values, Refusals refusals) {

  /** Whether everything can be accepted. */
  public boolean isAccepted() {
    return refusals.all().isEmpty();
  }
}
