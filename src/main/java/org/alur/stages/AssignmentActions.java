package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ConflictsOfInterest;
import org.alur.engine.Processes;
import org.alur.forms.FormAction;
import org.alur.forms.Submission;
import org.alur.workload.CaseAssignments;
import org.alur.workload.CaseSupervisors;
import org.alur.workload.CaseTransfers;
import org.springframework.stereotype.Component;

/** What people do on the case page about who leads the case. */
@Component
class AssignmentActions implements FormAction {

  static final String ASSIGN = "assign-caseworker";
  static final String CONFLICT = "declare-conflict";
  static final String TRANSFER = "request-transfer";
  static final String PROCESS = "case-transfer";

  private final CaseAssignments assignments;
  private final CaseTransfers transfers;
  private final CaseSupervisors supervisors;
  private final Cases cases;
  private final ConflictsOfInterest conflicts;
  private final Processes processes;

  AssignmentActions(
      CaseAssignments assignments,
      CaseTransfers transfers,
      CaseSupervisors supervisors,
      Cases cases,
      ConflictsOfInterest conflicts,
      Processes processes) {
    this.assignments = assignments;
    this.transfers = transfers;
    this.supervisors = supervisors;
    this.cases = cases;
    this.conflicts = conflicts;
    this.processes = processes;
  }

  @Override
  public Set<String> forms() {
    return Set.of(ASSIGN, CONFLICT, TRANSFER);
  }

  @Override
  public void perform(Submission said) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var by = said.context().userId();
    switch (said.context().formId()) {
      case ASSIGN ->
          assignments.override(
              number, said.text("leadId"), said.text("reason"), by, Optional.of(said.recordId()));
      case CONFLICT ->
          conflicts.declare(number, by, said.text("reason"), Optional.of(said.recordId()));
      case TRANSFER -> transfer(number, said, by);
      default -> throw new IllegalStateException("Nothing follows " + said.context().formId());
    }
  }

  private void transfer(CaseNumber number, Submission said, String by) {
    transfers.request(
        number,
        cases.get(number).lead().orElseThrow(),
        said.text("toUser"),
        said.text("reason"),
        said.text("summary"),
        by);
    processes.start(
        PROCESS,
        number.value(),
        Map.of(Variables.SUPERIOR_ASKED.name(), supervisors.mayGiveAway(by, number)));
  }
}
