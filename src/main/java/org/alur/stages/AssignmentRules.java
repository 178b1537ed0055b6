package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.workload.CaseAssignments;
import org.alur.workload.CaseSupervisors;
import org.alur.workload.CaseTransfer;
import org.alur.workload.CaseTransfers;
import org.springframework.stereotype.Component;

/** What the forms about who leads a case may say. */
@Component
class AssignmentRules implements FormRule {

  private final Cases cases;
  private final CaseAssignments assignments;
  private final CaseTransfers transfers;
  private final CaseSupervisors supervisors;

  AssignmentRules(
      Cases cases,
      CaseAssignments assignments,
      CaseTransfers transfers,
      CaseSupervisors supervisors) {
    this.cases = cases;
    this.assignments = assignments;
    this.transfers = transfers;
    this.supervisors = supervisors;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        AssignmentActions.ASSIGN,
        AssignmentActions.TRANSFER,
        AssignmentForms.CHOOSE,
        CaseTransfers.AGREE,
        CaseTransfers.ACCEPT);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var by = said.context().userId();
    switch (said.context().formId()) {
      case AssignmentActions.ASSIGN -> checkOverride(number, said, by, refusals);
      case AssignmentActions.TRANSFER -> checkRequest(number, said, by, refusals);
      case AssignmentForms.CHOOSE ->
          said.findText("toUser").ifPresent(to -> checkRoom(number, to, "toUser", refusals));
      case CaseTransfers.AGREE -> checkAgreement(number, by, refusals);
      default -> checkAcceptance(number, said, refusals);
    }
  }

  private void checkOverride(CaseNumber number, Submission said, String by, Refusals refusals) {
    checkOpen(number, refusals);
    if (!supervisors.isSupervisor(by, number)) {
      refusals.form("Only a supervisor of the case assigns it. Ask your supervisor.");
    }
    if (transfers.open(number).isPresent()) {
      refusals.form("A transfer of this case is under way; finish it first.");
    }
    if (cases.get(number).lead().isPresent()) {
      assignments
          .otherOffice(number, said.text("leadId"))
          .ifPresent(
              office ->
                  refusals.field(
                      "leadId",
                      ("This would move the case to another office (%s). Ask for a transfer, so"
                              + " that the supervisor there can agree too.")
                          .formatted(office)));
    }
    checkRoom(number, said.text("leadId"), "leadId", refusals);
  }

  private void checkRequest(CaseNumber number, Submission said, String by, Refusals refusals) {
    checkOpen(number, refusals);
    var lead = cases.get(number).lead();
    if (lead.isEmpty()) {
      refusals.form("Nobody leads this case yet. The supervisor can assign it.");
    } else if (lead.filter(by::equals).isEmpty() && !supervisors.mayGiveAway(by, number)) {
      refusals.form(
          "Only the caseworker of the case, a supervisor or the head of the agency asks for a"
              + " transfer. Talk with them.");
    }
    if (transfers.open(number).isPresent()) {
      refusals.form("A transfer of this case is under way already; finish that one first.");
    }
    checkRoom(number, said.text("toUser"), "toUser", refusals);
  }

  private void checkAgreement(CaseNumber number, String by, Refusals refusals) {
    transfers
        .open(number)
        .filter(transfer -> transfer.from().equals(by) || transfer.to().equals(by))
        .ifPresent(
            transfer ->
                refusals.form(
                    "You give or get this case yourself, so somebody else has to agree to it."));
  }

  private void checkAcceptance(CaseNumber number, Submission said, Refusals refusals) {
    if (said.is("caseAccepted")) {
      checkOpen(number, refusals);
      transfers
          .open(number)
          .flatMap(
              transfer ->
                  leadHasChanged(transfer).or(() -> assignments.obstacleFor(number, transfer.to())))
          .ifPresent(refusals::form);
    }
  }

  private Optional<String> leadHasChanged(CaseTransfer transfer) {
    return cases.get(transfer.number()).lead().filter(transfer.from()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Whoever offered you this case does not lead it any more. Decline it; the supervisor"
                + " decides how to go on.");
  }

  private void checkOpen(CaseNumber number, Refusals refusals) {
    if (!cases.get(number).isOpen()) {
      refusals.form("The case is closed; nobody has to lead it.");
    }
  }

  private void checkRoom(CaseNumber number, String to, String field, Refusals refusals) {
    if (cases.get(number).lead().filter(to::equals).isPresent()) {
      refusals.field(field, "This caseworker leads the case already; choose somebody else.");
    }
    assignments.obstacleFor(number, to).ifPresent(why -> refusals.field(field, why));
  }
}
