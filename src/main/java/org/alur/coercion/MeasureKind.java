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
  LEAVE_RESTRICTION,
  /** A lasting assistance is not paid for a time. */
  PAYMENT_STOP,
  /** Money that was paid wrongly is paid back. */
  PAYMENT_RECOVERY,
  /** A grant that was used for something else is paid back. */
  GRANT_RECOVERY;

  /** Whether it reaches money and not a person. */
  public boolean isAboutMoney() {
    return switch (this) {
      case PAYMENT_STOP, PAYMENT_RECOVERY, GRANT_RECOVERY -> true;
      case REPORTING_DUTY,
          PROGRAMME_DUTY,
          INSTITUTION_PLACEMENT,
          EMERGENCY_REMOVAL,
          CONTACT_RESTRICTION,
          LEAVE_RESTRICTION ->
          false;
    };
  }
}
