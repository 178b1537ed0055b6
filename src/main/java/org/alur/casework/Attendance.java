package org.alur.casework;

/** Whether a session of a service took place. */
public enum Attendance {
  /** It took place. */
  HELD,
  /** They did not come. */
  MISSED,
  /** It was called off in time. */
  CANCELLED
}
