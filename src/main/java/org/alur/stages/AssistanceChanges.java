package org.alur.stages;

import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.engine.Processes;
import org.alur.forms.FormAction;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Lets anybody who works on a case report that something has changed for an assisted family. */
@Component
class AssistanceChanges implements FormAction, FormRule {

  private static final String SERVICE = "sustained-direct-assistance";

  private final Processes processes;

  AssistanceChanges(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Set<String> forms() {
    return Set.of("report-change");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (!processes.isRunning(SERVICE, number(said).value())) {
      refusals.form(
          "Nobody in this case gets sustained assistance, so no change of it can be reported. Add a"
              + " note instead.");
    }
  }

  @Override
  public void perform(Submission said) {
    processes.tell(number(said).value(), "case.change-reported", Map.of());
  }

  private static CaseNumber number(Submission said) {
    return new CaseNumber(said.context().caseNumber().orElseThrow());
  }
}
