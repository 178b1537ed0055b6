package org.alur.empowerment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.payments.Rupiah;

/**
 * A part of the grant and what became of it.
 *
 * @param ordinal counted from 1
 * @param milestone what has to be reached with it before the next is paid
 * @param paidOn the day on which it was paid
 */
public record Tranche(
    UUID id,
    int ordinal,
    Rupiah amount,
    String milestone,
    Status status,
    Optional<LocalDate> paidOn) {

  /** How far it is. */
  public enum Status {
    /** To be paid. */
    PLANNED,
    /** Paid; milestone and receipts are still to come. */
    PAID,
    /** The milestone is reached and every rupiah accounted for. */
    ACCOUNTED
  }
}
