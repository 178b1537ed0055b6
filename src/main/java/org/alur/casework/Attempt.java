package org.alur.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An attempt to move a person without compulsion (UU 11/2009 art. 7(2)).
 *
 * @param approach persuasive or motivational
 * @param kind one of the codes that the table {@code attempts} allows
 * @param outcome how willing the person was, if asked
 * @param stageOfChange known for every motivational attempt
 */
public record Attempt(
    Approach approach,
    String kind,
    LocalDate madeOn,
    String argument,
    String response,
    Optional<String> outcome,
    Optional<String> stageOfChange,
    Optional<Incentive> incentive) {

  /** Not the words: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return approach + " attempt of " + madeOn;
  }
}
