package org.alur.casework;

/** Whom a case is about (UU 11/2009: perseorangan, keluarga, kelompok, masyarakat). */
public enum BeneficiaryType {
  /** One person. */
  PERSON,
  /** A family living as one household. */
  FAMILY,
  /** A group with members and officers. */
  GROUP,
  /** A community in a village. */
  COMMUNITY
}
