package org.alur.casework;

/** How a request came in. */
public enum Channel {
  /** Somebody came to the office. */
  WALK_IN,
  /** Somebody called. */
  PHONE,
  /** A worker met the person. */
  OUTREACH,
  /** Another organisation referred the person. */
  REFERRAL,
  /** The police. */
  POLICE,
  /** A court or prosecutor. */
  COURT,
  /** A school. */
  SCHOOL,
  /** A hospital or health centre. */
  HOSPITAL,
  /** A form or message on the internet. */
  ONLINE,
  /** None of these. */
  OTHER
}
