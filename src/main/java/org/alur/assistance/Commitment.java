package org.alur.assistance;

/** What a family does in return, for the good of its children. */
public enum Commitment {
  /** The child goes to school. */
  SCHOOL,
  /** Mother and child go to the health post. */
  HEALTH
}
