package org.alur.casework;

/** Why a case ends. */
public enum ClosureReason {
  /** The goals of the plan are met. */
  GOALS_MET,
  /** The need is gone although not by the plan. */
  NEED_ENDED,
  /** Another organisation has accepted the referral. */
  REFERRED_ACCEPTED,
  /** Another office has taken over. */
  TRANSFERRED,
  /** The client no longer wants the service. */
  CLIENT_WITHDREW,
  /** The client never wanted it. */
  CLIENT_REFUSED,
  /** Three attempts in 30 days, one of them a home visit, have reached nobody. */
  LOST_CONTACT,
  /** The client has moved away. */
  MOVED,
  /** The client has passed the age of the service. */
  AGED_OUT,
  /** The order on which the service rested has ended. */
  ORDER_ENDED,
  /** The service is not for this person. */
  INELIGIBLE,
  /** Another field fits better; a case was opened there. */
  OTHER_FIELD,
  /** The same matter is worked on in another case. */
  DUPLICATE,
  /** The client has died. */
  DECEASED
}
