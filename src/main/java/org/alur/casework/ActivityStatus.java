package org.alur.casework;

/** How far an activity of a plan has come. */
public enum ActivityStatus {
  /** Not begun. */
  PLANNED,
  /** Being delivered. */
  IN_PROGRESS,
  /** Delivered to its end. */
  DONE,
  /** Stopped, handed over or replaced, for a reason. */
  CANCELLED
}
