package org.alur.socialassistance;

import java.util.Locale;
import java.util.Optional;
import org.alur.payments.Rupiah;

/**
 * Something that may be given.
 *
 * @param per for whom it is counted
 * @param most the highest amount, if there is a rate
 * @param mostMonths for how long, if that is limited
 * @param disasterOnly whether only victims of a disaster may have it
 */
public record AssistanceItem(
    String code,
    AssistanceKind kind,
    String name,
    Per per,
    Optional<Rupiah> most,
    Optional<Integer> mostMonths,
    boolean disasterOnly) {

  /** For whom something is counted. */
  public enum Per {
    /** Once for those who live together. */
    FAMILY,
    /** For one person. */
    PERSON,
    /** For each person and day. */
    PERSON_AND_DAY,
    /** For a group, community or institution. */
    GROUP;

    private String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The highest amount for so many people and days. */
  public Optional<Rupiah> limit(long persons, long days) {
    return most.map(rate -> per == Per.PERSON_AND_DAY ? rate.times(persons).times(days) : rate);
  }

  /** The name with its rate: "Household goods: at most Rp 3.000.000 per family". */
  public String label() {
    return name
        + most.map(rate -> ": at most " + rate + " per " + per.words()).orElse("")
        + mostMonths.map(months -> ", for " + months + " months at most").orElse("");
  }
}
