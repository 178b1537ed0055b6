package org.alur.empowerment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * The assistance that an activity of a plan gives to a business.
 *
 * @param groupId the group, once it is formed
 * @param benefitId the grant, once it is asked for
 * @param coachedFrom the day from which the months of coaching are counted
 * @param round of coaching; the first year is the first one
 */
public record BusinessAssistance(
    UUID activityId,
    CaseNumber number,
    AssistanceKind kind,
    Optional<UUID> groupId,
    Optional<UUID> benefitId,
    Optional<Account> account,
    Optional<LocalDate> coachedFrom,
    int round,
    Optional<Outcome> outcome,
    Optional<String> outcomeReason) {

  /** The account to which the grant goes. */
  public record Account(String bank, String number, String holder) {

    /** Not the values: they are financial data and would end in logs. */
    @Override
    public String toString() {
      return "account at " + bank;
    }
  }

  /** What became of the business in the end. */
  public enum Outcome {
    /** It stands on its own (mandiri). */
    GRADUATED,
    /** The assistance was stopped. */
    STOPPED
  }

  /** The grant, which has been asked for. */
  public UUID benefit() {
    return benefitId.orElseThrow(() -> new IllegalStateException("No grant was asked for."));
  }

  /** The group, which has been formed. */
  public UUID group() {
    return groupId.orElseThrow(() -> new IllegalStateException("No group was formed."));
  }
}
