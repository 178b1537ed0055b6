package org.alur.legalaid;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened while a lawyer acted.
 *
 * @param by who noted it
 * @param record the form
 */
public record LegalAidStep(
    Proceeding proceeding,
    LocalDate heldOn,
    String summary,
    Optional<String> nextStep,
    Optional<LocalDate> nextOn,
    String by,
    UUID record) {}
