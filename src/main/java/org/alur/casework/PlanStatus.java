package org.alur.casework;

/** What became of a version of a plan. */
public enum PlanStatus {
  /** Written and waiting for the supervisor. */
  PROPOSED,
  /** In force; at most one version of a case is. */
  APPROVED,
  /** Sent back to its author with a reason. */
  RETURNED,
  /** Was in force until a later version took its place. */
  SUPERSEDED
}
