package org.alur.workload;

import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Nobody approves their own work: the one who approves is another person than the author. */
@Component
public class FourEyes {

  private final CaseCrews crews;

  FourEyes(CaseCrews crews) {
    this.crews = crews;
  }

  /**
   * Refuses an approval by the person who wrote what is approved.
   *
   * @param approval what the approving person submits
   * @param approvedForm the form whose newest record in the case is approved
   */
  public void check(Submission approval, String approvedForm, Refusals refusals) {
    if (isAuthor(approval.context(), approvedForm)) {
      refusals.form(
          "You wrote what is to be approved here, so somebody else has to approve it. Give the"
              + " task back to the queue or ask your supervisor to reassign it.");
    }
  }

  private boolean isAuthor(FormContext context, String approvedForm) {
    return context
        .caseNumber()
        .flatMap(number -> crews.newestAuthorOf(number, approvedForm))
        .filter(context.userId()::equals)
        .isPresent();
  }
}
