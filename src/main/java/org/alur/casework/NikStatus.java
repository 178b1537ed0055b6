package org.alur.casework;

/** How far a person's NIK can be relied on. */
public enum NikStatus {
  /** There is none yet; the person has a temporary number and a reason. */
  MISSING,
  /** It is well formed; nobody has asked the civil registry. */
  FORMAT_OK,
  /** The civil registry (Dukcapil) confirmed it. */
  VERIFIED,
  /** It differs from what the registry says, or somebody else already holds it. */
  DISCREPANCY
}
