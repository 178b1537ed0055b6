package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.EmergencyRecognised;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.ForceEntry;
import org.alur.conference.Conference.Reason;
import org.alur.conference.Conferences;
import org.alur.deadlines.LateSteps;
import org.alur.deadlines.StepEscalated;
import org.alur.referral.ReferralAccepted;
import org.alur.referral.Referrals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls the conferences that rules want, in the transaction of what demands them: an emergency,
 * compulsion, a placement or removal, three agencies, a plan that is overdue twice, a death, an
 * injury under a measure.
 */
@Component
class MandatoryConferences {

  private static final Set<String> STEPS_OF_THE_PLAN =
      Set.of("UserTask_WriteCasePlan", "UserTask_ApproveCasePlan");

  /** Ours and two others. */
  private static final int OTHER_AGENCIES = 2;

  private static final int TWICE = 2;

  private final Conferences conferences;
  private final Referrals referrals;
  private final LateSteps lateSteps;

  MandatoryConferences(Conferences conferences, Referrals referrals, LateSteps lateSteps) {
    this.conferences = conferences;
    this.referrals = referrals;
    this.lateSteps = lateSteps;
  }

  @EventListener
  void on(EmergencyRecognised event) {
    conferences.require(event.number(), Reason.EMERGENCY, Optional.empty());
  }

  /** A measure is discussed as a placement if it takes somebody to another place. */
  void measureRequested(CoerciveMeasure measure) {
    var request = measure.request();
    var reason =
        switch (request.kind()) {
          case INSTITUTION_PLACEMENT, EMERGENCY_REMOVAL -> Reason.PLACEMENT;
          case REPORTING_DUTY,
              PROGRAMME_DUTY,
              CONTACT_RESTRICTION,
              LEAVE_RESTRICTION,
              PAYMENT_STOP,
              PAYMENT_RECOVERY,
              GRANT_RECOVERY ->
              Reason.COERCION;
        };
    conferences.require(request.caseNumber(), reason, Optional.of(measure.id()));
  }

  /** What is not approved compels nobody, and needs no conference. */
  void measureRejected(UUID measure) {
    conferences.callOffAbout(measure, "The measure was not approved.");
  }

  @EventListener
  void on(ReferralAccepted event) {
    if (referrals.agenciesThatAccepted(event.number()) >= OTHER_AGENCIES) {
      requireOnce(event.number(), Reason.AGENCIES);
    }
  }

  @EventListener
  void on(StepEscalated event) {
    if (STEPS_OF_THE_PLAN.contains(event.step())
        && lateSteps.count(event.number(), STEPS_OF_THE_PLAN) >= TWICE) {
      requireOnce(event.number(), Reason.PLAN_OVERDUE);
    }
  }

  private void requireOnce(CaseNumber number, Reason reason) {
    if (!conferences.wasCalled(number, reason)) {
      conferences.require(number, reason, Optional.empty());
    }
  }

  /** Nothing is left to decide for the person; there is to learn from how it came to this. */
  void died(CaseNumber number) {
    conferences.callOff(number, "The person died.");
    conferences.require(number, Reason.DEATH, Optional.empty());
  }

  void recordedInRegister(ForceEntry entry) {
    if (entry.kind() == ForceEntry.Kind.INJURY || entry.injured() != ForceEntry.Injured.NOBODY) {
      conferences.require(entry.caseNumber(), Reason.SERIOUS_INCIDENT, Optional.empty());
    }
  }
}
