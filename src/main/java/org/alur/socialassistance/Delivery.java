package org.alur.socialassistance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Goods or a service that were handed over.
 *
 * @param label which part of the benefit it is
 * @param receivedBy the name of who took it
 * @param proof documents: photos or signed receipts
 */
public record Delivery(
    UUID benefit,
    String label,
    LocalDate deliveredOn,
    String receivedBy,
    String what,
    List<UUID> proof) {

  public Delivery {
    proof = List.copyOf(proof);
  }
}
