package org.alur.casework;

/** Who may be told about a person; consents name recipients by their kind. */
public enum Recipient {
  /** Clinic, hospital, puskesmas. */
  HEALTH_SERVICE,
  /** A school. */
  SCHOOL,
  /** The village or district office. */
  VILLAGE,
  /** The police. */
  POLICE,
  /** A court or a prosecutor. */
  COURT,
  /** Another agency or organisation of social welfare. */
  OTHER_AGENCY,
  /** The family. */
  FAMILY
}
