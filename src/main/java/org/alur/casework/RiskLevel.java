package org.alur.casework;

/** How urgent and dangerous a case is: the level of triage, from which every deadline follows. */
public enum RiskLevel {
  /** Life or safety is in danger now (darurat). */
  EMERGENCY,
  /** Serious harm is likely soon (tinggi). */
  HIGH,
  /** Harm is possible (sedang). */
  MEDIUM,
  /** No harm is in sight (rendah). */
  LOW;

  /** Whether this level is more urgent than the other. */
  public boolean isHigherThan(RiskLevel other) {
    return compareTo(other) < 0;
  }
}
