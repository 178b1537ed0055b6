package org.alur.legalaid;

/** The kinds of cases for which there is legal aid (UU 16/2011). */
public enum LegalCaseType {
  /** Pidana: accused of a crime, or its victim. */
  CRIMINAL,
  /** Perdata: between people, as divorce, land or work. */
  CIVIL,
  /** Tata usaha negara: against the decision of an office. */
  ADMINISTRATIVE
}
