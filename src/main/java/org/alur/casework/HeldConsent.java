package org.alur.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A consent that holds today.
 *
 * @param recipients kinds of recipients, if data are shared
 */
public record HeldConsent(
    UUID id,
    ConsentType type,
    ConsentDetails.GivenBy givenBy,
    List<String> recipients,
    LocalDate givenOn,
    Optional<LocalDate> validUntil) {

  public HeldConsent {
    recipients = List.copyOf(recipients);
  }
}
