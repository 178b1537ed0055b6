package org.alur.stages;

import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.conference.Conference.Reason;
import org.alur.conference.Conferences;
import org.alur.forms.FormAction;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;

/** Calls a conference from the case page. */
@Component
class ConferenceActions implements FormAction, FormRule {

  private final Conferences conferences;
  private final CaseSupervisors supervisors;
  private final Cases cases;

  ConferenceActions(Conferences conferences, CaseSupervisors supervisors, Cases cases) {
    this.conferences = conferences;
    this.supervisors = supervisors;
    this.cases = cases;
  }

  @Override
  public Set<String> forms() {
    return Set.of("call-case-conference");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    if (!cases.get(number).isOpen()) {
      refusals.form("The case is closed. Ask the supervisor to reopen it.");
    }
    if (!supervisors.leadsOrSupervises(said.context().userId(), number)) {
      refusals.form(
          "Only the caseworker of the case, a deputy or a supervisor calls a conference. Talk with"
              + " them.");
    }
    if (isOpen(number, said.choice("reason", Reason.class))) {
      refusals.field("reason", "A conference is called for this already, and not held yet.");
    }
  }

  private boolean isOpen(CaseNumber number, Reason reason) {
    return conferences.of(number).stream()
        .anyMatch(
            conference ->
                conference.isOpen()
                    && conference.reason() == reason
                    && conference.measure().isEmpty());
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    conferences.call(
        form.number(),
        said.choice("reason", Reason.class),
        said.text("purpose"),
        form.by(),
        form.record());
  }
}
