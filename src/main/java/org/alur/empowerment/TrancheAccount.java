package org.alur.empowerment;

import java.time.LocalDate;
import java.util.List;
import org.alur.payments.Rupiah;

/**
 * How a tranche was used.
 *
 * @param leftOver what is still in the account
 */
public record TrancheAccount(List<Receipt> receipts, Rupiah leftOver) {

  /** Something that was bought with it. */
  public record Receipt(LocalDate boughtOn, String item, Rupiah amount) {}

  public TrancheAccount {
    receipts = List.copyOf(receipts);
  }

  /** What receipts and remainder add up to. */
  public Rupiah total() {
    return receipts.stream().map(Receipt::amount).reduce(leftOver, Rupiah::plus);
  }
}
