package org.alur.stages;

import java.util.List;
import java.util.UUID;
import org.alur.conference.ConferenceDates;
import org.alur.conference.ConferenceDecisions;
import org.alur.conference.Decision;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a conference that the platform does. */
@Component
@OfferedToModels
public class CaseConferenceTasks {

  private final Submissions submissions;
  private final ConferenceDates dates;
  private final ConferenceDecisions decisions;

  CaseConferenceTasks(
      Submissions submissions, ConferenceDates dates, ConferenceDecisions decisions) {
    this.submissions = submissions;
    this.dates = dates;
    this.decisions = decisions;
  }

  /** Files who is invited, to when and where. */
  public void recordInvitation(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    dates.invite(
        conference(execution), ConferenceInput.invitation(form.said()), form.by(), form.record());
  }

  /** Files who came, what was said and decided, and who does not agree. */
  public void recordMeeting(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    dates.close(
        conference(execution), ConferenceInput.meeting(form.said()), form.by(), form.record());
  }

  /** The ids of the decisions, each of which its owner carries out. */
  public List<String> decisions(DelegateExecution execution) {
    return decisions.of(conference(execution)).stream()
        .map(decision -> decision.id().toString())
        .toList();
  }

  /** Files whether a decision was carried out, or why not. */
  public void recordResult(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    decisions.report(
        UUID.fromString(Variables.DECISION_ID.from(execution)),
        form.said().choice("result", Decision.Outcome.class),
        form.said().findText("done").or(() -> form.said().findText("reason")).orElseThrow(),
        form.by());
  }

  private static UUID conference(DelegateExecution execution) {
    return UUID.fromString(Variables.CONFERENCE_ID.from(execution));
  }
}
