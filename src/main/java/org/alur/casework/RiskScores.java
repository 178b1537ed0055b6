package org.alur.casework;

/**
 * The scores of triage.
 *
 * @param severity how bad the harm is, 0 to 3
 * @param imminence how soon it comes, 0 to 3
 * @param vulnerability under 5, non-verbal, disabled, over 80 and the like, 0 to 3
 * @param perpetratorAccess how easily a perpetrator reaches the person, 0 to 2
 * @param repetition whether it has happened before, 0 or 1
 * @param protectiveFactors what protects the person, 0 to -2
 */
public record RiskScores(
    int severity,
    int imminence,
    int vulnerability,
    int perpetratorAccess,
    int repetition,
    int protectiveFactors) {

  /** The sum from which the decision table takes the level. */
  public int sum() {
    return severity
        + imminence
        + vulnerability
        + perpetratorAccess
        + repetition
        + protectiveFactors;
  }
}
