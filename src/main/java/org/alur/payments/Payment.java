package org.alur.payments;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a benefit on its way to the recipient.
 *
 * @param label which part: 2026-Q4, TRANCHE-1, FULL
 * @param budgetCode where the money comes from
 * @param paidOn the day of the payment
 * @param receipt what proves it
 * @param statusReason why it was cancelled, returned or not withdrawn
 */
public record Payment(
    UUID id,
    UUID benefitId,
    String label,
    Rupiah amount,
    Method method,
    String budgetCode,
    Status status,
    String preparedBy,
    Optional<String> approvedBy,
    Optional<String> paidBy,
    Optional<LocalDate> paidOn,
    Optional<String> receipt,
    Optional<String> statusReason) {

  /** How the money reaches the recipient. */
  public enum Method {
    /** Into the hand, against a signature. */
    CASH,
    /** To an account. */
    BANK_TRANSFER,
    /** Through Pos Indonesia. */
    POST,
    /** To the family's welfare card (KKS). */
    CARD
  }

  /** How far the payment is. */
  public enum Status {
    /** On the list. */
    PREPARED,
    /** The list was approved. */
    APPROVED,
    /** The recipient has it. */
    PAID,
    /** It came back. */
    RETURNED,
    /** Nobody fetched it in time. */
    NOT_WITHDRAWN,
    /** It will not be paid. */
    CANCELLED
  }

  /** Whether a person had a part in it already. */
  public boolean involves(String userId) {
    return preparedBy.equals(userId)
        || approvedBy.filter(userId::equals).isPresent()
        || paidBy.filter(userId::equals).isPresent();
  }
}
