package org.alur.stages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.RiskOverride;
import org.alur.casework.SexualViolence;
import org.alur.deadlines.OfficeDays;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.legalaid.LegalAid;
import org.alur.legalaid.LegalAidResult;
import org.alur.legalaid.LegalAidStage;
import org.alur.legalaid.PovertyProof;
import org.alur.legalaid.ProviderReferrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of legal aid that the platform does. */
@Component
@OfferedToModels
public class LegalAidTasks {

  /** UU 16/2011 art. 15: the provider answers within three working days. */
  private static final int DAYS_TO_ANSWER = 3;

  private final Submissions submissions;
  private final LegalAid requests;
  private final ProviderReferrals referrals;
  private final OfficeDays days;
  private final SignsOfDanger signs;
  private final SexualViolence violence;

  LegalAidTasks(
      Submissions submissions,
      LegalAid requests,
      ProviderReferrals referrals,
      OfficeDays days,
      SignsOfDanger signs,
      SexualViolence violence) {
    this.submissions = submissions;
    this.requests = requests;
    this.referrals = referrals;
    this.days = days;
    this.signs = signs;
    this.violence = violence;
  }

  /** Files the request and whether its papers are complete. */
  public void recordRequest(DelegateExecution execution) {
    var activity = UUID.fromString(Variables.ACTIVITY_ID.from(execution));
    var request = LegalAidForm.request(form(execution), activity);
    Variables.LEGAL_AID_ID.on(execution, requests.request(request).toString());
    Variables.PAPERS_COMPLETE.on(execution, request.complete());
    if (request.sexualViolence()) {
      noteViolence(form(execution));
    }
  }

  /** The law wants it reported, whoever is asked for help first. */
  private void noteViolence(FiledForm form) {
    if (!violence.isNotedLately(form.number())) {
      signs.note(
          form,
          List.of(RiskOverride.SEXUAL_VIOLENCE),
          "Sexual violence was told when legal aid was asked for.");
    }
    violence.noteOffenders(
        form.number(),
        form.said().text("offenderIsChild").equals("YES"),
        "As told when legal aid was asked for.",
        form.by(),
        Optional.of(form.record()));
  }

  /** Files that the rest of the papers came. */
  public void recordPapers(DelegateExecution execution) {
    var proof = form(execution).said().findText("povertyProof").map(PovertyProof::valueOf);
    requests.complete(id(execution), proof);
  }

  /** Files which provider has the request, and until when it has to answer. */
  public void recordReferral(DelegateExecution execution) {
    var form = form(execution);
    var sentOn = form.said().findDate("sentOn").orElseThrow();
    var due = days.endOfWorkingDays(form.number(), sentOn, DAYS_TO_ANSWER);
    referrals.refer(
        LegalAidForm.referral(id(execution), form.said(), due), form.by(), form.record());
    Variables.ANSWER_DUE.on(execution, due.toString());
  }

  /** Files the answer of the provider. */
  public void recordAnswer(DelegateExecution execution) {
    referrals.answer(id(execution), LegalAidForm.answer(form(execution)));
  }

  /** Files who acts for the person from which day on. */
  public void recordPowerOfAttorney(DelegateExecution execution) {
    var said = form(execution).said();
    requests.empower(id(execution), said.text("lawyer"), said.findDate("signedOn").orElseThrow());
  }

  /** Files a step of the proceedings. */
  public void recordProgress(DelegateExecution execution) {
    requests.note(id(execution), LegalAidForm.step(form(execution)));
  }

  /** Closes the request with its result; who withdraws stops the activity. */
  public void recordResult(DelegateExecution execution) {
    var said = form(execution).said();
    var result = said.choice("result", LegalAidResult.class);
    requests.close(id(execution), result, said.findDate("endedOn").orElseThrow());
    Variables.ACTIVITY_RESULT.on(
        execution, result == LegalAidResult.WITHDRAWN ? "STOPPED" : "DONE");
  }

  /** Closes a request for which nobody could act. */
  public void recordEnd(DelegateExecution execution) {
    boolean givenUp = requests.get(id(execution)).stage() == LegalAidStage.PAPERS_MISSING;
    var result = givenUp ? LegalAidResult.WITHDRAWN : LegalAidResult.NO_PROVIDER;
    var toldOn = form(execution).said().findDate("toldOn").orElseThrow();
    requests.close(id(execution), result, toldOn);
    Variables.ACTIVITY_RESULT.on(execution, "STOPPED");
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.LEGAL_AID_ID.from(execution));
  }
}
