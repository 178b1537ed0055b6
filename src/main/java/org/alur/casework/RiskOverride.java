package org.alur.casework;

/** What makes a case an emergency whatever its scores are. */
public enum RiskOverride {
  /** Somebody's life is in danger. */
  LIFE_THREAT,
  /** The person means to take their own life. */
  SUICIDAL_INTENT,
  /** Sexual violence. */
  SEXUAL_VIOLENCE,
  /** A child under five was abandoned. */
  ABANDONED_CHILD,
  /** A child is here without anybody who is responsible for it. */
  UNACCOMPANIED_CHILD,
  /** The person is chained or locked up (pasung; UU 17/2023 art. 76(2)). */
  SHACKLING,
  /** There is no safe place for tonight. */
  NO_SAFE_PLACE,
  /** Violence at home is going on. */
  DOMESTIC_VIOLENCE
}
