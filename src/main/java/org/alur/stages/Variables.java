package org.alur.stages;

import java.util.Map;
import java.util.Objects;
import org.alur.empowerment.Aspect;
import org.alur.engine.ProcessVariable;

/** The process variables that Java reads or writes, by part. */
final class Variables {

  /**
   * The record of the form submitted in this transaction; written by the form door, read by the
   * task after it.
   */
  static final ProcessVariable<String> RECORD_ID = new ProcessVariable<>("recordId", String.class);

  // Every process of a case

  /** The key of the field; set where the field starts. */
  static final ProcessVariable<String> FIELD = new ProcessVariable<>("field", String.class);

  /** Whom the case is about, a BeneficiaryType; set where the field starts. */
  static final ProcessVariable<String> BENEFICIARY_TYPE =
      new ProcessVariable<>("beneficiaryType", String.class);

  /** The RiskLevel of the case; written by whatever assesses the risk, read by gateways and DMN. */
  static final ProcessVariable<String> RISK_LEVEL =
      new ProcessVariable<>("riskLevel", String.class);

  /** The Setting in which help is given; written by intake and assessment. */
  static final ProcessVariable<String> SETTING = new ProcessVariable<>("setting", String.class);

  // Intake

  /** Whether they agreed to be helped; written by intake, read by the decision on eligibility. */
  static final ProcessVariable<Boolean> CONSENT_GIVEN =
      new ProcessVariable<>("consentGiven", Boolean.class);

  /**
   * Whether the supervisor or the head of the agency asked for the transfer of a case, so that the
   * side that gives it away need not approve it any more.
   */
  static final ProcessVariable<Boolean> SUPERIOR_ASKED =
      new ProcessVariable<>("superiorAsked", Boolean.class);

  /** Whether the next caseworker has another supervisor, who has to agree to the transfer too. */
  static final ProcessVariable<Boolean> OTHER_SUPERVISOR =
      new ProcessVariable<>("otherSupervisor", Boolean.class);

  /** Whether people on file look like those of the case; written when they are registered. */
  static final ProcessVariable<Boolean> DUPLICATES_FOUND =
      new ProcessVariable<>("duplicatesFound", Boolean.class);

  // Risk assessment

  /** The RiskLevel that the new scores give; written by the decision table. */
  static final ProcessVariable<String> ASSESSED_LEVEL =
      new ProcessVariable<>("assessedLevel", String.class);

  /** Whether that is lower than the present one, so that a supervisor has to agree. */
  static final ProcessVariable<Boolean> LOWER_RISK_PROPOSED =
      new ProcessVariable<>("lowerRiskProposed", Boolean.class);

  // Case plan

  /**
   * Whether persuasion and motivation have both been tried; written before planning, read by DMN.
   */
  static final ProcessVariable<Boolean> BOTH_WAYS_TRIED =
      new ProcessVariable<>("bothWaysTried", Boolean.class);

  /** ISO duration after which the plan is reviewed; written by the decision table. */
  static final ProcessVariable<String> REVIEW_AFTER =
      new ProcessVariable<>("reviewAfter", String.class);

  /** The version of the plan that is decided about or in force; written when it is filed. */
  static final ProcessVariable<Long> PLAN_VERSION =
      new ProcessVariable<>("planVersion", Long.class);

  // Intervention

  /** How many persuasive attempts this intervention has seen; read by DMN. */
  static final ProcessVariable<Long> ATTEMPTS_MADE =
      new ProcessVariable<>("attemptsMade", Long.class);

  /** How many motivational talks this intervention has seen; read by DMN. */
  static final ProcessVariable<Long> TALKS_HELD = new ProcessVariable<>("talksHeld", Long.class);

  // Objection

  /** The objection; set when it is lodged, read by its forms, its steps and its appeal. */
  static final ProcessVariable<String> OBJECTION_ID =
      new ProcessVariable<>("objectionId", String.class);

  /** When the time for its answer ends, UTC; set when it is lodged, read by the timer. */
  static final ProcessVariable<String> ANSWER_ENDS_AT =
      new ProcessVariable<>("answerEndsAt", String.class);

  /** Whether it is about a measure that is in force; set when it is lodged. */
  static final ProcessVariable<Boolean> MEASURE_IN_FORCE =
      new ProcessVariable<>("measureInForce", Boolean.class);

  /** Whether the office has a supervisor who had no part in the matter; set when it is lodged. */
  static final ProcessVariable<Boolean> INDEPENDENT_SUPERVISOR =
      new ProcessVariable<>("independentSupervisor", Boolean.class);

  /**
   * Whether the agency has a head who had no part in the matter; set when it is lodged, and anew
   * when it is appealed.
   */
  static final ProcessVariable<Boolean> INDEPENDENT_HEAD =
      new ProcessVariable<>("independentHead", Boolean.class);

  /** Until when a rejection can be appealed; written with the answer, read by the timer. */
  static final ProcessVariable<String> APPEAL_UNTIL =
      new ProcessVariable<>("appealUntil", String.class);

  /** When the time for the decision about the appeal ends, UTC; set when it is lodged. */
  static final ProcessVariable<String> APPEAL_ENDS_AT =
      new ProcessVariable<>("appealEndsAt", String.class);

  /** Whether something is left to carry out of what was upheld; written with the answer. */
  static final ProcessVariable<Boolean> GRANT_OPEN =
      new ProcessVariable<>("grantOpen", Boolean.class);

  // Emergency access

  /** The access that is to be reviewed; set when the case is opened. */
  static final ProcessVariable<String> EMERGENCY_ACCESS_ID =
      new ProcessVariable<>("emergencyAccessId", String.class);

  // Coercive measure

  /** The id of the measure that is decided about or in force; written when it is asked for. */
  static final ProcessVariable<String> MEASURE_ID =
      new ProcessVariable<>("measureId", String.class);

  /**
   * The instant at which the measure ends, UTC; written when it is asked for, read by the timer.
   */
  static final ProcessVariable<String> VALID_UNTIL =
      new ProcessVariable<>("validUntil", String.class);

  /** ISO duration between reviews of the measure; read by the timer. */
  static final ProcessVariable<String> REVIEW_EVERY =
      new ProcessVariable<>("reviewEvery", String.class);

  /** Whether the agency head decides about the measure as well. */
  static final ProcessVariable<Boolean> HEAD_DECIDES =
      new ProcessVariable<>("headDecides", Boolean.class);

  /** What follows from a review; written by the form, and END once the measure is over. */
  static final ProcessVariable<String> REVIEW_OUTCOME =
      new ProcessVariable<>("reviewOutcome", String.class);

  // Services

  /**
   * The id of the activity of the plan that a service delivers; handed over by the intervention.
   */
  static final ProcessVariable<String> ACTIVITY_ID =
      new ProcessVariable<>("activityId", String.class);

  /** Who delivers the activity; written when it begins. */
  static final ProcessVariable<String> PROVIDER = new ProcessVariable<>("provider", String.class);

  /** How the activity stands: GOES_ON, DONE or STOPPED; written by the form that says so. */
  static final ProcessVariable<String> ACTIVITY_RESULT =
      new ProcessVariable<>("activityResult", String.class);

  /** How many sessions of the series took place; read by DMN. */
  static final ProcessVariable<Long> SESSIONS_HELD =
      new ProcessVariable<>("sessionsHeld", Long.class);

  /** How many sessions in a row were missed, up to now; read by DMN. */
  static final ProcessVariable<Long> SESSIONS_MISSED =
      new ProcessVariable<>("sessionsMissed", Long.class);

  /** How many sessions in a row brought no new need, up to now; read by DMN. */
  static final ProcessVariable<Long> SESSIONS_WITHOUT_NEED =
      new ProcessVariable<>("sessionsWithoutNeed", Long.class);

  // Benefits and payments

  /** The id of the benefit that is decided about or paid; written when it is asked for. */
  static final ProcessVariable<String> BENEFIT_ID =
      new ProcessVariable<>("benefitId", String.class);

  /** The rung of the approval ladder that decides; written before the decision. */
  static final ProcessVariable<String> APPROVAL_RUNG =
      new ProcessVariable<>("approvalRung", String.class);

  /** Whether enough people have decided about the benefit. */
  static final ProcessVariable<Boolean> BENEFIT_DECIDED =
      new ProcessVariable<>("benefitDecided", Boolean.class);

  /** Whether the benefit is granted; read by the service that asked for it. */
  static final ProcessVariable<Boolean> BENEFIT_APPROVED =
      new ProcessVariable<>("benefitApproved", Boolean.class);

  /** Which part of the benefit is paid, like TRANCHE-1; handed over by the service. */
  static final ProcessVariable<String> PAYMENT_LABEL =
      new ProcessVariable<>("paymentLabel", String.class);

  /** How much of it, in rupiah; all that is left of the benefit if the service says nothing. */
  static final ProcessVariable<Long> PAYMENT_AMOUNT =
      new ProcessVariable<>("paymentAmount", Long.class);

  /** The id of the payment; written when it is put on the list. */
  static final ProcessVariable<String> PAYMENT_ID =
      new ProcessVariable<>("paymentId", String.class);

  /** How far the payment is; at the end PAID, RETURNED, NOT_WITHDRAWN or CANCELLED. */
  static final ProcessVariable<String> PAYMENT_RESULT =
      new ProcessVariable<>("paymentResult", String.class);

  // Legal aid

  /** The id of the request for legal aid; written when it is filed. */
  static final ProcessVariable<String> LEGAL_AID_ID =
      new ProcessVariable<>("legalAidId", String.class);

  /** Whether all papers of the request are there; written when it is filed. */
  static final ProcessVariable<Boolean> PAPERS_COMPLETE =
      new ProcessVariable<>("papersComplete", Boolean.class);

  /** The instant until which the provider has to answer, UTC; read by the timer. */
  static final ProcessVariable<String> ANSWER_DUE =
      new ProcessVariable<>("answerDue", String.class);

  // Referral

  /** The id of the referral; written when it is offered. */
  static final ProcessVariable<String> REFERRAL_ID =
      new ProcessVariable<>("referralId", String.class);

  /** The ISO cycle in which a missing answer is noticed; read by the timer. */
  static final ProcessVariable<String> REMINDER_CYCLE =
      new ProcessVariable<>("reminderCycle", String.class);

  /** Whether the recipient is reminded once more; read by a gateway. */
  static final ProcessVariable<Boolean> REMINDERS_LEFT =
      new ProcessVariable<>("remindersLeft", Boolean.class);

  // Case conference

  /** The conference; set when it is called. */
  static final ProcessVariable<String> CONFERENCE_ID =
      new ProcessVariable<>("conferenceId", String.class);

  /** What a conference decided; handed to each of the branches side by side. */
  static final ProcessVariable<String> DECISION_ID =
      new ProcessVariable<>("decisionId", String.class);

  // Social assistance

  /** The AssistanceKind that is asked for; written when it is recorded, read by DMN. */
  static final ProcessVariable<String> ASSISTANCE_KIND =
      new ProcessVariable<>("assistanceKind", String.class);

  /** What speaks for or against assistance; written by the decision table. */
  static final ProcessVariable<String> ASSISTANCE_GROUND =
      new ProcessVariable<>("assistanceGround", String.class);

  /** What follows from it; written by the decision table. */
  static final ProcessVariable<String> ASSISTANCE_ELIGIBILITY =
      new ProcessVariable<>("assistanceEligibility", String.class);

  /** The instant at which a part of the benefit is due, UTC; read by the timer. */
  static final ProcessVariable<String> INSTALMENT_DUE =
      new ProcessVariable<>("instalmentDue", String.class);

  /** PLANNED, then what the delivery's form says: DELIVERED, AGAIN or ENDS. */
  static final ProcessVariable<String> DELIVERY_OUTCOME =
      new ProcessVariable<>("deliveryOutcome", String.class);

  // Four aspects and business assistance

  /** The id of the person who is heard; handed to each of the branches side by side. */
  static final ProcessVariable<String> PARTICIPANT_ID =
      new ProcessVariable<>("participantId", String.class);

  /** Who runs the business, an AssistanceKind; written when the assistance is opened. */
  static final ProcessVariable<String> BUSINESS_KIND =
      new ProcessVariable<>("businessKind", String.class);

  /** How the grant goes on: NEXT tranche, one is still OPEN, or DONE; written by its account. */
  static final ProcessVariable<String> GRANT_STEP =
      new ProcessVariable<>("grantStep", String.class);

  /** How many months of coaching have passed; read by DMN. */
  static final ProcessVariable<Long> COACHING_MONTH =
      new ProcessVariable<>("coachingMonth", Long.class);

  /** The instant of the next visit, UTC; read by the timer. */
  static final ProcessVariable<String> NEXT_COACHING_ON =
      new ProcessVariable<>("nextCoachingOn", String.class);

  /** How many more rounds of coaching are possible; read by DMN. */
  static final ProcessVariable<Long> ROUNDS_LEFT = new ProcessVariable<>("roundsLeft", Long.class);

  private static final Map<Aspect, ProcessVariable<Long>> CHANGES =
      Map.of(
          Aspect.CHOICES, new ProcessVariable<>("choicesChange", Long.class),
          Aspect.FREEDOM, new ProcessVariable<>("freedomChange", Long.class),
          Aspect.RESOURCES, new ProcessVariable<>("resourcesChange", Long.class),
          Aspect.GRASSROOTS_POWER, new ProcessVariable<>("powerChange", Long.class));

  /** By how many whole points an aspect has risen since the first measurement; read by DMN. */
  static ProcessVariable<Long> change(Aspect aspect) {
    return Objects.requireNonNull(CHANGES.get(aspect));
  }

  // Police reports

  /** The id of the report that is owed; written when the process starts. */
  static final ProcessVariable<String> POLICE_REPORT_ID =
      new ProcessVariable<>("policeReportId", String.class);

  /** When the time of the law is over, UTC; read by the timer. */
  static final ProcessVariable<String> REPORT_DUE_BY =
      new ProcessVariable<>("reportDueBy", String.class);

  /** Whether a caseworker leads the case, or the supervisor has to report; read by a gateway. */
  static final ProcessVariable<Boolean> CASEWORKER_LEADS =
      new ProcessVariable<>("caseworkerLeads", Boolean.class);

  /** Whether nobody has been told yet that the report was late; read by a gateway. */
  static final ProcessVariable<Boolean> BREACH_UNTOLD =
      new ProcessVariable<>("breachUntold", Boolean.class);

  /** Whether supervisor and head were told of the breach; written when they are. */
  static final ProcessVariable<Boolean> BREACH_TOLD =
      new ProcessVariable<>("breachTold", Boolean.class);

  // Termination

  /** The Need of a closure before a supervisor may decide about it. */
  static final ProcessVariable<String> NEEDED_BEFORE_APPROVAL =
      new ProcessVariable<>("neededBeforeApproval", String.class);

  // Aftercare

  /** Whether the case was closed so lately that help goes on in it; read by a gateway. */
  static final ProcessVariable<Boolean> REOPENING_POSSIBLE =
      new ProcessVariable<>("reopeningPossible", Boolean.class);

  private Variables() {}
}
