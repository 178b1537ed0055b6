package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Closure;
import org.alur.casework.ClosureReason;
import org.alur.casework.Closures;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.policereport.PoliceReports;
import org.springframework.stereotype.Component;

/** No case ends while the police have still to be told of it, unless another case tells them. */
@Component
class PoliceReportClosureRules implements FormRule {

  private static final String STILL_OWED =
      "The report to the police about sexual violence is still to be made (UU 12/2022 art. 41). Do"
          + " the task \"Report to police\" first; only a duplicate leaves it to the other case.";

  private final PoliceReports reports;
  private final Closures closures;

  PoliceReportClosureRules(PoliceReports reports, Closures closures) {
    this.reports = reports;
    this.closures = closures;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-closure", "approve-closure", "inform-person", "explain-rejection");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    boolean sendsBack =
        said.context().formId().equals("approve-closure") && !said.is("closureApproved");
    boolean duplicate =
        reason(said, number).filter(ClosureReason.DUPLICATE.name()::equals).isPresent();
    if (!sendsBack && !duplicate && reports.open(number).isPresent()) {
      refusals.form(STILL_OWED);
    }
  }

  private Optional<String> reason(Submission said, CaseNumber number) {
    return switch (said.context().formId()) {
      case "prepare-closure" -> said.findText("closureReason");
      case "explain-rejection" -> said.findText("rejectionReason");
      default -> closures.latest(number).map(Closure::reason).map(Enum::name);
    };
  }
}
