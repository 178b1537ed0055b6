package org.alur.legalaid;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a provider answered.
 *
 * @param on the day; none if there was no answer
 * @param reasons of a refusal
 * @param by who noted it
 * @param record the form
 */
public record ProviderAnswer(
    Kind kind, Optional<LocalDate> on, Optional<String> reasons, String by, UUID record) {

  /** What an answer can be. */
  public enum Kind {
    /** The provider takes the case. */
    ACCEPTED,
    /** The provider does not, and says why. */
    REFUSED,
    /** The time is over and nobody answered. */
    SILENT
  }
}
