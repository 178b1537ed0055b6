package org.alur.workload;

import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Whoever takes the first caseworker's task of a case keeps the case from stage to stage. */
@Component
class CaseLeads {

  private final CaseCrews crews;
  private final Cases cases;
  private final Workers workers;

  CaseLeads(CaseCrews crews, Cases cases, Workers workers) {
    this.crews = crews;
    this.cases = cases;
    this.workers = workers;
  }

  void becomeLead(DelegateTask task) {
    if (TaskRole.of(task).filter(role -> role == Role.CASEWORKER).isEmpty()) {
      return;
    }
    crews
        .find(task.getExecution().getProcessBusinessKey())
        .filter(crew -> currentLead(crew).isEmpty())
        .ifPresent(
            crew ->
                cases.assignLead(
                    new CaseNumber(crew.caseNumber()), task.getAssignee(), decidedBy(task)));
  }

  /** A lead who does not work as a caseworker any more leads no longer. */
  private Optional<Worker> currentLead(CaseCrew crew) {
    return crew.lead().flatMap(workers::find).filter(lead -> lead.is(Role.CASEWORKER));
  }

  private static String decidedBy(DelegateTask task) {
    var login = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return login == null || login.getUserId() == null ? task.getAssignee() : login.getUserId();
  }
}
