package org.alur.deadlines;

/** How far up it is told that a step is late. */
enum Rung {
  /** Its worker is reminded before it is due. */
  REMINDER,
  /** The supervisor is told that it should have been done. */
  SUPERVISOR,
  /** The head of the agency is told that its last moment has passed. */
  AGENCY_HEAD
}
