package org.alur.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.RiskLevel;

/**
 * Who could get the cases of a caseworker, as it is read before anything happens.
 *
 * @param hidden how many cases are not shown, because only others may give them away
 * @param most what a caseload may weigh at most
 * @param version stands for everything that is shown; another one means that something changed
 */
record CaseloadPreview(
    String userId, String name, List<Row> rows, int hidden, BigDecimal most, String version) {

  /**
   * One case.
   *
   * @param underWay whether it is being handed over already
   * @param proposed whom the rules propose; empty if nobody can take it
   * @param why the rules propose this person, or why nobody
   * @param choices everybody who could take it, the fittest first
   * @param summary what is known already of what the next caseworker has to know
   */
  record Row(
      CaseNumber number,
      CaseStage stage,
      Optional<RiskLevel> riskLevel,
      BigDecimal weight,
      boolean sealed,
      boolean underWay,
      Optional<String> proposed,
      String why,
      List<CaseAssignments.Choice> choices,
      String summary) {

    Row {
      choices = List.copyOf(choices);
    }

    Optional<CaseAssignments.Choice> choice(String user) {
      return choices.stream().filter(choice -> choice.userId().equals(user)).findFirst();
    }
  }

  CaseloadPreview {
    rows = List.copyOf(rows);
  }

  Optional<Row> row(String number) {
    return rows.stream().filter(row -> row.number().value().equals(number)).findFirst();
  }
}
