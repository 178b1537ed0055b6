package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Closures;
import org.alur.casework.ConsentDetails.GivenBy;
import org.alur.casework.ServiceConsent;
import org.alur.casework.ServiceConsent.Decision;
import org.alur.casework.ServiceConsent.Ground;
import org.alur.engine.Processes;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What can be agreed after the consent to be helped was taken back. */
@Component
class WithdrawalForms implements FormFiller, FormRule {

  private final ServiceConsent service;
  private final Closures closures;
  private final HelpByLaw laws;
  private final Processes processes;

  WithdrawalForms(ServiceConsent service, Closures closures, HelpByLaw laws, Processes processes) {
    this.service = service;
    this.closures = closures;
    this.laws = laws;
    this.processes = processes;
  }

  @Override
  public Set<String> forms() {
    return Set.of("respond-to-withdrawn-consent");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = number(context);
    Map<String, Object> withdrawal = new LinkedHashMap<>();
    withdrawal.put("service", service.isStopped(number));
    service.lapsed(number).ifPresent(ground -> withdrawal.put("lapsed", Words.of(ground.name())));
    return Map.of("withdrawal", withdrawal);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = number(said.context());
    if (!service.isStopped(number)) {
      checkOtherConsent(said, refusals);
      return;
    }
    switch (said.choice("consequence", Decision.class)) {
      case AGREED_AGAIN -> checkConsent(said, number, refusals);
      case GOES_ON_BY_LAW ->
          checkGround(said.choice("legalGround", Ground.class), number, refusals);
      case ENDS -> checkNoMeasure(number, refusals);
    }
  }

  private static void checkOtherConsent(Submission said, Refusals refusals) {
    if (said.text("consequence").equals(Decision.ENDS.name())) {
      refusals.field(
          "consequence",
          "If they want no more help at all, they take back the consent to be helped as well. Note"
              + " that with \"Consent withdrawn\"; its own task closes the case.");
    }
  }

  private void checkNoMeasure(CaseNumber number, Refusals refusals) {
    if (closures.isMeasureInForce(number)) {
      refusals.field(
          "consequence",
          "A coercive measure is in force; what it orders goes on without consent. Choose that"
              + " help goes on by law, and end the measure by a review if it is not needed.");
    } else if (processes.isRunning("coercive-intervention", number.value())
        && closures.isMeasureUnfinished(number)) {
      refusals.field(
          "consequence",
          "A coercive measure waits for its decision, or its notice is still to be given. Let that"
              + " be done first; the services stand still meanwhile.");
    }
  }

  private void checkConsent(Submission said, CaseNumber number, Refusals refusals) {
    boolean self = said.text("givenBy").equals(GivenBy.SELF.name());
    if (self && said.findText("capacity").filter("NONE"::equals).isPresent()) {
      refusals.field(
          "givenBy",
          "Who cannot decide cannot consent; ask a parent, a guardian, a custodian or the court.");
    }
    if (self && laws.isChild(number)) {
      refusals.field("givenBy", "For a child a parent, a guardian or the court consents.");
    }
  }

  private void checkGround(Ground ground, CaseNumber number, Refusals refusals) {
    if (!laws.applies(ground, number)) {
      refusals.field(
          "legalGround",
          switch (ground) {
            case MEASURE_IN_FORCE -> "No coercive measure is in force in this case.";
            case EMERGENCY_PROTECTION ->
                "This case is no emergency. Raise the risk first, if there is danger.";
            case CHILD_PROTECTION -> "This case is not about a child.";
          });
    }
  }

  private static CaseNumber number(FormContext context) {
    return new CaseNumber(context.caseNumber().orElseThrow());
  }
}
