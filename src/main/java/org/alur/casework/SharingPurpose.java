package org.alur.casework;

/** For what somebody outside is told about a person. */
public enum SharingPurpose {
  /** So that they help, or take the case over (rujukan). */
  REFERRAL,
  /** So that they plan together with us (pembahasan kasus). */
  CASE_CONFERENCE,
  /** So that a life is protected now; no consent is asked for. */
  EMERGENCY_PROTECTION
}
