package org.alur.coercion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * What is asked for; nobody can change it later.
 *
 * @param documentNumber of the order, decision or report that is the basis
 * @param orderEndsAt when the order ends, if there is one
 * @param hearing how the person was heard, where the agency itself decides about money
 * @param endsAt when the measure ends by itself
 * @param follows the measure before it, if it goes on where that one ends
 */
public record MeasureRequest(
    CaseNumber caseNumber,
    MeasureKind kind,
    LegalBasis legalBasis,
    String documentNumber,
    Optional<LocalDate> documentDate,
    Optional<UUID> document,
    Optional<Instant> orderEndsAt,
    String necessity,
    List<MilderMeans> milderMeans,
    Optional<Hearing> hearing,
    Instant endsAt,
    String requestedBy,
    UUID record,
    Optional<UUID> follows) {

  public MeasureRequest {
    milderMeans = List.copyOf(milderMeans);
  }
}
