package org.alur.casework;

/** The sex that the civil registry knows; a NIK tells it. */
public enum Sex {
  /** Perempuan: the day of birth in the NIK is increased by 40. */
  FEMALE,
  /** Laki-laki. */
  MALE
}
