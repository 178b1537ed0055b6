package org.alur.legalaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request in the hands of a provider.
 *
 * @param accredited whether the provider may take it at all
 * @param answerDue when the three working days are over
 * @param reasons why the provider refused, once it did
 */
public record ProviderReferral(
    UUID request,
    String provider,
    boolean accredited,
    Optional<String> accreditationNumber,
    LocalDate sentOn,
    Instant answerDue,
    Optional<String> reasons) {}
