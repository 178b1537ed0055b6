package org.alur.assistance;

import java.util.Optional;
import org.alur.payments.Rupiah;

/**
 * What a component is worth, and whom it fits.
 *
 * @param quarterly for three months
 * @param fromAge in completed years
 * @param toAge in completed years
 */
public record ComponentRate(
    AssistanceComponent component,
    Rupiah quarterly,
    Optional<Commitment> commitment,
    Optional<Integer> fromAge,
    Optional<Integer> toAge) {

  /** Whether somebody of this age can count for it. */
  public boolean fits(int age) {
    return fromAge.map(from -> age >= from).orElse(true) && toAge.map(to -> age <= to).orElse(true);
  }

  /** {@code 6 to 21 years}: whom it fits. */
  public String ages() {
    return toAge
        .map(to -> "%d to %d years".formatted(fromAge.orElse(0), to))
        .orElseGet(() -> fromAge.map("%d years and older"::formatted).orElse("any age"));
  }
}
