package org.alur.stages;

import org.alur.casework.ServiceConsent;
import org.alur.casework.ServiceConsent.Decision;
import org.alur.casework.ServiceConsent.Ground;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the platform does when a consent was taken back. */
@Component
@OfferedToModels
public class ConsentTasks {

  private final Submissions submissions;
  private final ServiceConsent service;
  private final ConsentTalk talk;

  ConsentTasks(Submissions submissions, ServiceConsent service, ConsentTalk talk) {
    this.submissions = submissions;
    this.service = service;
    this.talk = talk;
  }

  /**
   * Enters what was agreed after the consent to be helped was taken back; other consents have
   * stopped what rests on them already.
   *
   * @return how the case goes on
   */
  public String answerWithdrawal(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var said = form.said();
    if (service.isStopped(form.number())) {
      var decision = said.choice("consequence", Decision.class);
      service.decide(
          form.number(),
          decision,
          said.findText("legalGround").map(Ground::valueOf),
          said.text("explanation"),
          form.by(),
          form.record());
      if (decision == Decision.AGREED_AGAIN) {
        talk.fileService(form);
      }
    }
    return said.text("consequence");
  }
}
