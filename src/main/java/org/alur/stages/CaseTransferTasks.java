package org.alur.stages;

import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Notes;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.workload.CaseTransfers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a transfer that the platform does. */
@Component
@OfferedToModels
public class CaseTransferTasks {

  private final Submissions submissions;
  private final CaseTransfers transfers;
  private final Notes notes;

  CaseTransferTasks(Submissions submissions, CaseTransfers transfers, Notes notes) {
    this.submissions = submissions;
    this.transfers = transfers;
    this.notes = notes;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /**
   * Finds out whether somebody else supervises the next caseworker. Whoever answered last did so
   * for the side that gives the case away; if nobody was asked, a superior wanted the transfer.
   */
  public void findReceivingSupervisor(DelegateExecution execution) {
    var number = new CaseNumber(execution.getProcessBusinessKey());
    var agreed =
        Variables.RECORD_ID.find(execution).isPresent()
            ? form(execution).by()
            : transfers.open(number).orElseThrow().requestedBy();
    Variables.OTHER_SUPERVISOR.on(execution, transfers.agree(number, agreed));
  }

  /** Makes the caseworker responsible who accepted the case. */
  public void handOverCase(DelegateExecution execution) {
    var form = form(execution);
    transfers.complete(form.number(), Optional.of(form.record()));
  }

  /** Asks whom the supervisor chose instead. */
  public void redirectTransfer(DelegateExecution execution) {
    var form = form(execution);
    transfers.redirect(form.number(), form.said().text("toUser"));
  }

  /** Leaves the case with its caseworker. */
  public void keepCase(DelegateExecution execution) {
    transfers.drop(new CaseNumber(execution.getProcessBusinessKey()));
  }

  /** Notes that the case was closed before anybody accepted it. */
  public void endTransfer(DelegateExecution execution) {
    transfers.endWithCase(new CaseNumber(execution.getProcessBusinessKey()));
  }

  /** Notes how the person was told who helps from now on. */
  public void recordIntroduction(DelegateExecution execution) {
    var form = form(execution);
    notes.add(
        form.number(),
        Optional.of("New caseworker introduced"),
        form.said().text("summary"),
        form.by(),
        Optional.of(form.record()));
  }
}
