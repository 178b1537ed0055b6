package org.alur.stages;

import java.util.HashSet;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.ServiceConsent;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Nothing of a service is accepted after the consent to be helped was taken back, until it is
 * agreed what happens now.
 */
@Component
class StoppedServiceRules implements FormRule {

  /** What delivers help without being a service of a field. */
  private static final Set<String> ACTIVITIES =
      Set.of("deliver-activity", "follow-up-activity", "rate-four-aspects");

  /** What protects somebody goes on without consent. */
  private static final Set<String> PROTECTION =
      Set.of("screen-safety", "agree-safety-plan", "support-person-at-risk", "assess-acute-danger");

  private final ServiceCatalogue services;
  private final ServiceConsent consent;

  StoppedServiceRules(ServiceCatalogue services, ServiceConsent consent) {
    this.services = services;
    this.consent = consent;
  }

  @Override
  public Set<String> forms() {
    Set<String> forms = new HashSet<>(services.forms());
    forms.addAll(ACTIVITIES);
    forms.removeAll(PROTECTION);
    return forms;
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (consent.isStopped(new CaseNumber(said.context().caseNumber().orElseThrow()))) {
      refusals.form(ServiceConsent.STOPPED);
    }
  }
}
