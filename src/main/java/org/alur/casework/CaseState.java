package org.alur.casework;

/** Whether a case is worked on. */
public enum CaseState {
  /** It is worked on. */
  OPEN,
  /** It was worked on and brought to an end. */
  CLOSED,
  /** It was turned down at intake. */
  REJECTED
}
