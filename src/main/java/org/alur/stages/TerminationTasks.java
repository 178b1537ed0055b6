package org.alur.stages;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Closures;
import org.alur.casework.Occasion;
import org.alur.engine.OfferedToModels;
import org.alur.engine.Processes;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of termination that the platform does. */
@Component
@OfferedToModels
public class TerminationTasks {

  private final Submissions submissions;
  private final ClosureProposal proposal;
  private final FunctioningScale functioning;
  private final Closures closures;
  private final Cases cases;
  private final Processes processes;

  TerminationTasks(
      Submissions submissions,
      ClosureProposal proposal,
      FunctioningScale functioning,
      Closures closures,
      Cases cases,
      Processes processes) {
    this.submissions = submissions;
    this.proposal = proposal;
    this.functioning = functioning;
    this.closures = closures;
    this.cases = cases;
    this.processes = processes;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** Enters the proposal and what is needed before the approval. */
  public void recordClosureProposal(DelegateExecution execution) {
    var form = form(execution);
    var need = proposal.file(form);
    functioning.file(form, Occasion.CLOSURE);
    Variables.NEEDED_BEFORE_APPROVAL.on(execution, need.name());
  }

  /** Enters the decision of the supervisor. */
  public void recordClosureDecision(DelegateExecution execution) {
    var form = form(execution);
    closures.decide(
        form.number(),
        form.said().is("closureApproved"),
        form.said().findText("reason"),
        form.by());
  }

  /** Closes the case for the approved reason and starts aftercare, if the person agreed to it. */
  public void closeCase(DelegateExecution execution) {
    var number = new CaseNumber(execution.getProcessBusinessKey());
    var closure = closures.latest(number).orElseThrow();
    cases.close(number, closure.reason(), closure.decidedBy().orElseThrow());
    if (closure.aftercareAgreed()) {
      processes.start("aftercare", number.value(), routingFacts(number));
    }
  }

  private Map<String, Object> routingFacts(CaseNumber number) {
    return RoutingFacts.of(cases.get(number));
  }
}
