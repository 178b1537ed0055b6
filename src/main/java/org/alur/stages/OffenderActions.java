package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.SexualViolence;
import org.alur.forms.FormAction;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;

/** A supervisor notes whether the offenders of sexual violence are children. */
@Component
class OffenderActions implements FormAction, FormRule {

  private final SexualViolence violence;
  private final CaseSupervisors supervisors;

  OffenderActions(SexualViolence violence, CaseSupervisors supervisors) {
    this.violence = violence;
    this.supervisors = supervisors;
  }

  @Override
  public Set<String> forms() {
    return Set.of("note-offender");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    if (!supervisors.isSupervisor(said.context().userId(), number)) {
      refusals.form(
          "Only a supervisor of the case notes how old the offender is, because a settlement"
              + " depends on it. Ask your supervisor.");
    }
    if (!violence.isNoted(number)) {
      refusals.form("No sexual violence is noted in this case. Note it first with \"Raise risk\".");
    }
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    violence.noteOffenders(
        form.number(),
        said.text("offenderAge").equals("CHILDREN"),
        said.text("offenderSource"),
        form.by(),
        Optional.of(form.record()));
  }
}
