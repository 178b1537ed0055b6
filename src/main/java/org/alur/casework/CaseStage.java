package org.alur.casework;

/** Where a case stands on the spine of its field. */
public enum CaseStage {
  /** The request is screened (pendekatan awal). */
  INTAKE,
  /** The problem is understood (asesmen). */
  ASSESSMENT,
  /** The plan is made and approved (rencana intervensi). */
  CASE_PLAN,
  /** The plan's services are delivered. */
  INTERVENTION,
  /** The result is looked at (monitoring dan evaluasi). */
  MONITORING,
  /** The case is brought to its end (terminasi). */
  TERMINATION,
  /** Nothing more is done; aftercare may follow. */
  CLOSED
}
