package org.alur.stages;

import java.time.LocalDate;
import org.alur.assistance.HouseholdVisit;
import org.alur.assistance.Recertification;
import org.alur.assistance.Recertifications;
import org.alur.casework.WesternIndonesia;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a recertification that the platform does. */
@Component
@OfferedToModels
public class RecertificationTasks {

  private final Submissions submissions;
  private final HouseholdVisitForm visits;
  private final Recertifications recertifications;
  private final AssistanceView view;

  RecertificationTasks(
      Submissions submissions,
      HouseholdVisitForm visits,
      Recertifications recertifications,
      AssistanceView view) {
    this.submissions = submissions;
    this.visits = visits;
    this.recertifications = recertifications;
    this.view = view;
  }

  /** Files the visit. */
  public void recordVisit(DelegateExecution execution) {
    visits.file(
        AssistanceVariables.enrolment(execution),
        HouseholdVisit.Purpose.RECERTIFICATION,
        new FiledForm(submissions.of(execution)));
  }

  /** Files the decision. */
  public void recordDecision(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var enrolment = AssistanceVariables.enrolment(execution);
    var outcome = form.said().choice("outcome", Recertification.Outcome.class);
    boolean agrees = view.familyAgrees(enrolment);
    recertifications.decide(
        enrolment, outcome, form.said().text("reason"), agrees, form.by(), form.record());
  }

  /** Ends the assistance of a family that needs it no more. */
  public void recordGraduation(DelegateExecution execution) {
    recertifications.graduate(AssistanceVariables.enrolment(execution));
  }

  /** Files that the family knows, and says when the notice is over. */
  public void recordNotice(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    LocalDate told = form.said().findDate("toldOn").orElseThrow();
    var enrolment = AssistanceVariables.enrolment(execution);
    LocalDate lastDay = recertifications.giveNotice(enrolment, told, form.by());
    AssistanceVariables.NOTICE_ENDS_AT.on(execution, dayAfter(lastDay));
  }

  private static String dayAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(WesternIndonesia.ZONE).toInstant().toString();
  }

  /** Files the objection. */
  public void recordObjection(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    recertifications.object(
        AssistanceVariables.enrolment(execution),
        form.said().findDate("objectedOn").orElseThrow(),
        form.said().text("objection"),
        form.by());
  }

  /** Files the decision about the objection; if the family is right, the assistance continues. */
  public void recordReview(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    boolean upheld = form.said().text("upheld").equals("YES");
    recertifications.review(
        AssistanceVariables.enrolment(execution), upheld, form.said().text("reason"), form.by());
    if (upheld) {
      AssistanceVariables.RECERTIFICATION_OUTCOME.on(execution, "CONTINUE");
    }
  }

  /** Ends the assistance after the notice. */
  public void removeFamily(DelegateExecution execution) {
    recertifications.remove(AssistanceVariables.enrolment(execution));
  }
}
