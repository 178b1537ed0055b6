package org.alur.stages;

import java.util.UUID;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.referral.Answer;
import org.alur.referral.Referrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a referral that the platform does. */
@Component
@OfferedToModels
public class ReferralTasks {

  private final Submissions submissions;
  private final Referrals referrals;
  private final ReferralReminders reminders;

  ReferralTasks(Submissions submissions, Referrals referrals, ReferralReminders reminders) {
    this.submissions = submissions;
    this.referrals = referrals;
    this.reminders = reminders;
  }

  /** Counts how often the answer was missing. */
  public void recordSilence(DelegateExecution execution) {
    Variables.REMINDERS_LEFT.on(execution, reminders.areLeft(referrals.silent(id(execution))));
  }

  /** Files the answer. */
  public void recordReferralAnswer(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var said = form.said();
    referrals.answer(
        id(execution),
        new Answer(
            said.choice("referralAnswer", Answer.Kind.class),
            said.findDate("answeredOn"),
            said.findText("answeredBy"),
            said.findText("reason"),
            form.by(),
            form.record()));
  }

  /** Files since when the recipient helps. */
  public void recordRecipient(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    referrals.handOver(
        id(execution),
        form.said().findDate("handedOverOn").orElseThrow(),
        form.said().text("tookOver"),
        form.by());
  }

  /** Notes that nobody has to answer any more. */
  public void closeReferral(DelegateExecution execution) {
    referrals.notNeeded(id(execution));
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.REFERRAL_ID.from(execution));
  }
}
