package org.alur.stages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.WesternIndonesia;
import org.alur.deadlines.OfficeDays;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Benefits;
import org.alur.socialassistance.Deliveries;
import org.alur.socialassistance.Delivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of social assistance that the platform does. */
@Component
@OfferedToModels
public class SocialAssistanceTasks {

  private final Submissions submissions;
  private final SocialAssistanceRequests requests;
  private final Benefits benefits;
  private final Deliveries deliveries;
  private final OfficeDays days;

  SocialAssistanceTasks(
      Submissions submissions,
      SocialAssistanceRequests requests,
      Benefits benefits,
      Deliveries deliveries,
      OfficeDays days) {
    this.submissions = submissions;
    this.requests = requests;
    this.benefits = benefits;
    this.deliveries = deliveries;
    this.days = days;
  }

  /** Looks up which kind of assistance is asked for. */
  public void recordRequest(DelegateExecution execution) {
    Variables.ASSISTANCE_KIND.on(execution, request(execution).item().kind().name());
  }

  /** Files what is asked for, in the name of the person who asked. */
  public void fileBenefitRequest(DelegateExecution execution) {
    var said = requestForm(execution);
    var benefit = request(execution).benefit();
    var id = benefits.request(benefit, said.context().userId(), said.recordId());
    Variables.BENEFIT_ID.on(execution, id.toString());
  }

  /** The short codes of the parts in which it is delivered. */
  public List<String> instalments(DelegateExecution execution) {
    return request(execution).parts();
  }

  /** Reckons the amount of a part and the day on which it is due. */
  public void prepareInstalment(DelegateExecution execution) {
    var request = request(execution);
    var part = Variables.PAYMENT_LABEL.from(execution);
    var due = days.startOf(new CaseNumber(execution.getProcessBusinessKey()), request.dueOf(part));
    Variables.PAYMENT_AMOUNT.on(execution, request.amountOf(part));
    Variables.INSTALMENT_DUE.on(execution, due.toString());
    Variables.DELIVERY_OUTCOME.on(execution, "PLANNED");
  }

  /** Files what was handed over, if it was. */
  public void recordDelivery(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().text("deliveryOutcome").equals("DELIVERED")) {
      deliveries.record(delivery(execution, form.said()), form.by(), form.record());
    }
  }

  private static Delivery delivery(DelegateExecution execution, Submission said) {
    return new Delivery(
        benefitId(execution),
        Variables.PAYMENT_LABEL.from(execution),
        said.findDate("deliveredOn").orElseThrow(),
        said.text("receivedBy"),
        said.text("what"),
        said.texts("proof").stream().map(UUID::fromString).toList());
  }

  /** Ends the benefit if assistance ended early. */
  public void recordReport(DelegateExecution execution) {
    var said = submissions.of(execution);
    var today = said.submittedAt().atZone(WesternIndonesia.ZONE).toLocalDate();
    said.findText("stopReason")
        .ifPresent(reason -> benefits.end(benefitId(execution), today, reason));
  }

  /** Notes that the activity ends without assistance. */
  public void recordRefusal(DelegateExecution execution) {
    Variables.ACTIVITY_RESULT.on(execution, "STOPPED");
  }

  private SocialAssistanceRequest request(DelegateExecution execution) {
    var activity = UUID.fromString(Variables.ACTIVITY_ID.from(execution));
    return requests.read(requestForm(execution), Optional.of(activity));
  }

  private Submission requestForm(DelegateExecution execution) {
    return submissions
        .latest(execution.getProcessInstanceId(), SocialAssistanceRequests.FORM)
        .orElseThrow();
  }

  private static UUID benefitId(DelegateExecution execution) {
    return UUID.fromString(Variables.BENEFIT_ID.from(execution));
  }
}
