package org.alur.stages;

import java.util.List;
import java.util.UUID;
import org.alur.casework.RiskOverride;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureNotices;
import org.alur.coercion.MeasureReview;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a coercive measure that the platform does. */
@Component
@OfferedToModels
public class CoercionTasks {

  private final Submissions submissions;
  private final CoerciveMeasures measures;
  private final MeasureNotices notices;
  private final MandatoryConferences conferences;
  private final SignsOfDanger signs;

  CoercionTasks(
      Submissions submissions,
      CoerciveMeasures measures,
      MeasureNotices notices,
      MandatoryConferences conferences,
      SignsOfDanger signs) {
    this.submissions = submissions;
    this.measures = measures;
    this.notices = notices;
    this.conferences = conferences;
    this.signs = signs;
  }

  /** Files what is asked for. */
  public void recordRequest(DelegateExecution execution) {
    CoerciveMeasure measure = measures.request(MeasureForm.request(submissions.of(execution)));
    conferences.measureRequested(measure);
    Variables.MEASURE_ID.on(execution, measure.id().toString());
    Variables.VALID_UNTIL.on(execution, measure.request().endsAt().toString());
    Variables.REVIEW_EVERY.on(execution, measure.reviewEvery().toString());
    Variables.HEAD_DECIDES.on(execution, measure.needsHead());
  }

  /** Files the second opinion. */
  public void recordOpinion(DelegateExecution execution) {
    var said = submissions.of(execution);
    measures.opine(
        measure(execution),
        said.context().userId(),
        said.text("agrees").equals("YES"),
        said.text("opinion"));
    if (!said.text("agrees").equals("YES")) {
      conferences.measureRejected(measure(execution));
    }
  }

  /** Files the decision of the supervisor. */
  public void recordApproval(DelegateExecution execution) {
    var said = submissions.of(execution);
    if (isApproved(said)) {
      measures.approve(measure(execution), said.context().userId());
    } else {
      reject(execution, said);
    }
  }

  private void reject(DelegateExecution execution, Submission said) {
    measures.reject(measure(execution), said.context().userId(), said.text("reason"));
    conferences.measureRejected(measure(execution));
  }

  /** Files the decision of the agency head. */
  public void recordHeadDecision(DelegateExecution execution) {
    var said = submissions.of(execution);
    if (isApproved(said)) {
      measures.approveAsHead(measure(execution), said.context().userId());
    } else {
      reject(execution, said);
    }
  }

  /** Files who was told of the measure, also if it has ended meanwhile. */
  public void recordNotice(DelegateExecution execution) {
    notices.file(MeasureNoticeForms.notice(measure(execution), submissions.of(execution)));
  }

  /** Files a review; of a measure that has ended meanwhile, nothing is left to go on. */
  public void recordReview(DelegateExecution execution) {
    var said = submissions.of(execution);
    measures.review(
        measure(execution),
        new MeasureReview(
            said.context().userId(),
            said.text("outcome"),
            said.is("clientHeard"),
            said.text("clientView"),
            said.text("reason"),
            said.recordId()));
    if (said.is("shackled")) {
      signs.note(
          new FiledForm(said),
          List.of(RiskOverride.SHACKLING),
          "The person was found shackled or locked away when a measure was reviewed.");
    }
    if (!measures.isInForce(measure(execution))) {
      Variables.REVIEW_OUTCOME.on(execution, "END");
    }
  }

  /** Ends the measure in the case file. */
  public void endMeasure(DelegateExecution execution) {
    measures.end(measure(execution));
  }

  private static boolean isApproved(Submission said) {
    return said.text("approval").equals("YES");
  }

  private static UUID measure(DelegateExecution execution) {
    return UUID.fromString(Variables.MEASURE_ID.from(execution));
  }
}
