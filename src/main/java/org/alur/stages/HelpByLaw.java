package org.alur.stages;

import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Closures;
import org.alur.casework.RiskLevel;
import org.alur.casework.ServiceConsent;
import org.alur.casework.ServiceConsent.Ground;
import org.alur.engine.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether a law lets help go on without consent: when that is decided, and for as long as help
 * rests on it.
 */
@Component
class HelpByLaw {

  private static final Logger LOG = LoggerFactory.getLogger(HelpByLaw.class);

  private final ServiceConsent service;
  private final Closures closures;
  private final CaseFacts facts;

  HelpByLaw(ServiceConsent service, Closures closures, CaseFacts facts) {
    this.service = service;
    this.closures = closures;
    this.facts = facts;
  }

  /** Whether the law applies to the case now. */
  boolean applies(Ground ground, CaseNumber number) {
    return switch (ground) {
      case MEASURE_IN_FORCE -> closures.isMeasureInForce(number);
      case EMERGENCY_PROTECTION ->
          RiskLevel.EMERGENCY.name().equals(facts.of(number).get("riskLevel"));
      case CHILD_PROTECTION -> isChild(number);
    };
  }

  boolean isChild(CaseNumber number) {
    return Boolean.TRUE.equals(facts.of(number).get("isChild"));
  }

  /** Every minute, on every node: each ground lapses once, and each by itself. */
  @Scheduled(initialDelayString = "PT55S", fixedDelayString = "PT1M")
  void askAgainWhereNoLawApplies() {
    for (var help : service.goingOnByLaw()) {
      Faults.attempt(
          LOG,
          "The ground of help without consent %s could not be checked.".formatted(help.consent()),
          () -> {
            if (!applies(help.ground(), help.number())) {
              service.lapse(help);
            }
          });
    }
  }
}
