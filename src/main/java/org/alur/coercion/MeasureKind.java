package org.alur.coercion;

/**
 * What a measure compels. What is not in this list is prohibited: pasung, chaining, beating,
 * isolation of children.
 */
public enum MeasureKind {
  /** The person reports at set times (wajib lapor). */
  REPORTING_DUTY,
  /** The person takes part in a programme. */
  PROGRAMME_DUTY,
  /** The person lives in an institution (penempatan panti). */
  INSTITUTION_PLACEMENT,
  /** The person is brought to safety at once. */
  EMERGENCY_REMOVAL,
  /** The person may not meet certain people. */
  CONTACT_RESTRICTION,
  /** The person may not leave a place. */
  LEAVE_RESTRICTION
}
