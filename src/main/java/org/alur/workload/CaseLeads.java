package org.alur.workload;

import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Whoever takes the first caseworker's task of a case keeps the case from stage to stage. */
@Component
class CaseLeads {

  private final CaseCrews crews;
  private final CaseAssignments assignments;
  private final NamedPeople named;

  CaseLeads(CaseCrews crews, CaseAssignments assignments, NamedPeople named) {
    this.crews = crews;
    this.assignments = assignments;
    this.named = named;
  }

  void becomeLead(DelegateTask task) {
    if (TaskRole.of(task).filter(role -> role == Role.CASEWORKER).isEmpty()
        // Who is asked whether to take a case has not taken it yet.
        || named.of(task).isPresent()) {
      return;
    }
    crews
        .find(task.getExecution().getProcessBusinessKey())
        .map(crew -> new CaseNumber(crew.caseNumber()))
        .filter(number -> assignments.currentLead(number).isEmpty())
        .ifPresent(number -> assignments.take(number, task.getAssignee(), decidedBy(task)));
  }

  private static String decidedBy(DelegateTask task) {
    var login = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return login == null || login.getUserId() == null ? task.getAssignee() : login.getUserId();
  }
}
