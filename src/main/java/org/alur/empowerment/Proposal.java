package org.alur.empowerment;

import java.util.List;
import org.alur.payments.Rupiah;

/**
 * What a business wants to do with a grant.
 *
 * @param business what is made or sold
 * @param plan how it is done, and by whom
 * @param market who buys it
 * @param risk what may go wrong, and what is done then
 * @param grant what is asked for
 * @param budget what it is spent on, to the rupiah
 * @param tranches in which it is paid, to the rupiah
 */
public record Proposal(
    String business,
    String plan,
    String market,
    String risk,
    Rupiah grant,
    List<BudgetLine> budget,
    List<PlannedTranche> tranches) {

  /** Something that is bought. */
  public record BudgetLine(String item, Rupiah amount) {}

  /**
   * A part of the grant.
   *
   * @param milestone what has to be reached with it before the next is paid
   */
  public record PlannedTranche(Rupiah amount, String milestone) {}

  public Proposal {
    budget = List.copyOf(budget);
    tranches = List.copyOf(tranches);
  }

  /** What the lines of the budget add up to. */
  public Rupiah budgeted() {
    return sum(budget.stream().map(BudgetLine::amount).toList());
  }

  /** What the tranches add up to. */
  public Rupiah planned() {
    return sum(tranches.stream().map(PlannedTranche::amount).toList());
  }

  private static Rupiah sum(List<Rupiah> amounts) {
    return amounts.stream().reduce(Rupiah.ZERO, Rupiah::plus);
  }
}
