package org.alur.stages;

import org.alur.casework.Cases;
import org.alur.casework.Occasion;
import org.alur.casework.Setting;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of assessment that the platform does. */
@Component
@OfferedToModels
public class AssessmentTasks {

  private final Submissions submissions;
  private final ContactLog contacts;
  private final FunctioningScale functioning;
  private final Registration registration;
  private final Cases cases;
  private final SignsOfDanger signs;

  AssessmentTasks(
      Submissions submissions,
      ContactLog contacts,
      FunctioningScale functioning,
      Registration registration,
      Cases cases,
      SignsOfDanger signs) {
    this.submissions = submissions;
    this.contacts = contacts;
    this.functioning = functioning;
    this.registration = registration;
    this.cases = cases;
    this.signs = signs;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** Enters the first contact, or the attempt. */
  public void recordFirstContact(DelegateExecution execution) {
    contacts.enter(form(execution));
  }

  /** Enters the meeting face to face, and the signs of danger that were seen. */
  public void recordMeeting(DelegateExecution execution) {
    var form = form(execution);
    contacts.enter(form);
    signs.note(form, form.said().text("summary"));
  }

  /** Enters categories, setting and the baseline of functioning. */
  public void recordAssessment(DelegateExecution execution) {
    var form = form(execution);
    registration.assess(form);
    cases.setSetting(form.number(), form.said().choice("setting", Setting.class));
    functioning.file(form, Occasion.BASELINE);
  }
}
