package org.alur.casework;

/** What a member of a household is to its head, as on the family card. */
public enum Relation {
  /** The head (kepala keluarga). */
  HEAD,
  /** Wife or husband. */
  SPOUSE,
  /** Child, step-child or adopted child. */
  CHILD,
  /** A child in foster care. */
  FOSTER_CHILD,
  /** Father or mother, also in law. */
  PARENT,
  /** Grandfather or grandmother. */
  GRANDPARENT,
  /** Grandchild. */
  GRANDCHILD,
  /** Brother or sister. */
  SIBLING,
  /** Another relative. */
  OTHER_RELATIVE,
  /** No relative. */
  NOT_RELATED
}
