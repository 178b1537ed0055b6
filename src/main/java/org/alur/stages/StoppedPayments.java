package org.alur.stages;

import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.coercion.CoerciveMeasures;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** While a stop is in force, nothing new is put on a list of payments or approved there. */
@Component
class StoppedPayments implements FormRule {

  private final CoerciveMeasures measures;

  StoppedPayments(CoerciveMeasures measures) {
    this.measures = measures;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-payment", "approve-payment");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    boolean goesOn =
        said.findText("payable")
            .or(() -> said.findText("paymentApproval"))
            .filter("YES"::equals)
            .isPresent();
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    if (goesOn && measures.isPaymentStopped(number)) {
      refusals.form(
          "A stop of the payments of this case is in force, so nothing is paid now. Say no and say"
              + " so; the caseworker knows until when.");
    }
  }
}
