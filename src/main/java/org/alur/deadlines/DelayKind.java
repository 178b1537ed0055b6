package org.alur.deadlines;

/** How a deadline of practice can be put off, each once. */
public enum DelayKind {
  /** Time stands still for some days, and goes on earlier if the reason is gone. */
  SUSPENSION,
  /** There are some days more. */
  EXTENSION
}
