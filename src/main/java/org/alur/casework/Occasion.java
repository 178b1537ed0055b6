package org.alur.casework;

/** When a scale was measured in the course of a service or a case. */
public enum Occasion {
  /** Before the work began. */
  BASELINE,
  /** On the way. */
  REVIEW,
  /** At the end. */
  CLOSURE,
  /** 30 days after the end. */
  DAY_30,
  /** 90 days after the end. */
  DAY_90,
  /** 180 days after the end. */
  DAY_180
}
