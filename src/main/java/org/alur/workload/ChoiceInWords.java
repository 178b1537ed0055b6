package org.alur.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.alur.workload.LeadChoice.Ranked;

/** Says why the rules chose as they did, without names: what decided, not who else was there. */
final class ChoiceInWords {

  private ChoiceInWords() {}

  /**
   * The reason.
   *
   * @param ranked everybody who was considered, the best first
   */
  static String of(List<Ranked> ranked) {
    if (ranked.isEmpty()) {
      return "The team has no caseworker.";
    }
    var possible = ranked.stream().filter(Ranked::isPossible).toList();
    return switch (possible.size()) {
      case 0 ->
          "No caseworker of the team can take the case now: %d considered, all with an obstacle."
              .formatted(ranked.size());
      case 1 -> "The only caseworker of the team who can take the case now.";
      default -> whatDecided(possible.get(0), possible.get(1));
    };
  }

  private static String whatDecided(Ranked best, Ranked next) {
    if (best.points() != next.points()) {
      return "Fits the case best: %d points, the next has %d."
          .formatted(best.points(), next.points());
    }
    if (best.candidate().caseload().compareTo(next.candidate().caseload()) != 0) {
      return "Equally fit as the next, but with the smaller caseload: %s against %s."
          .formatted(plain(best.candidate().caseload()), plain(next.candidate().caseload()));
    }
    return Objects.equals(best.candidate().lastAssigned(), next.candidate().lastAssigned())
        ? "Equally fit, loaded and long without a new case as the next; the order of names decided."
        : "Equally fit and loaded as the next, but longest without a new case.";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
