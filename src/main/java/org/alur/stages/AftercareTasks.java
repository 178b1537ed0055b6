package org.alur.stages;

import org.alur.casework.AftercareContacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.Cases;
import org.alur.casework.Occasion;
import org.alur.engine.OfferedToModels;
import org.alur.engine.Processes;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of aftercare that the platform does. */
@Component
@OfferedToModels
public class AftercareTasks {

  private final Submissions submissions;
  private final AftercareContacts contacts;
  private final FunctioningScale functioning;
  private final Cases cases;
  private final Processes processes;
  private final LinkedCases linked;

  AftercareTasks(
      Submissions submissions,
      AftercareContacts contacts,
      FunctioningScale functioning,
      Cases cases,
      Processes processes,
      LinkedCases linked) {
    this.submissions = submissions;
    this.contacts = contacts;
    this.functioning = functioning;
    this.cases = cases;
    this.processes = processes;
    this.linked = linked;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** Enters the contact a month after the end. */
  public void recordContactAfter30Days(DelegateExecution execution) {
    record(form(execution), 30, Occasion.DAY_30);
    weigh(execution);
  }

  /** Enters the contact three months after the end. */
  public void recordContactAfter90Days(DelegateExecution execution) {
    record(form(execution), 90, Occasion.DAY_90);
    weigh(execution);
  }

  /** Enters the contact half a year after the end. */
  public void recordContactAfter180Days(DelegateExecution execution) {
    record(form(execution), 180, Occasion.DAY_180);
    weigh(execution);
  }

  private void weigh(DelegateExecution execution) {
    var number = new CaseNumber(execution.getProcessBusinessKey());
    Variables.REOPENING_POSSIBLE.on(execution, cases.mayReopen(number));
  }

  private void record(FiledForm form, int day, Occasion occasion) {
    var said = form.said();
    contacts.log(
        form.number(),
        day,
        said.findDate("heldOn").orElseThrow(),
        said.choice("outcome", AftercareContacts.Outcome.class),
        said.text("summary"),
        form.by(),
        form.record());
    functioning.file(form, occasion);
  }

  /** Opens a new episode, which begins with a new assessment. */
  public void reopenCase(DelegateExecution execution) {
    var form = form(execution);
    var number = form.number();
    cases.reopen(number, CaseStage.ASSESSMENT, form.said().text("summary"), form.by());
    var reopened = cases.get(number);
    processes.begin(
        reopened.field().key() + ".case-reopened", number.value(), RoutingFacts.of(reopened));
  }

  /** Opens a new case about the same beneficiary, which begins with intake. */
  public void openFollowingCase(DelegateExecution execution) {
    var form = form(execution);
    linked.openFollowing(form.number(), form.said().text("summary"));
  }
}
