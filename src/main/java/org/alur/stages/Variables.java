package org.alur.stages;

import org.alur.engine.ProcessVariable;

/** The process variables that Java reads or writes, by part. */
final class Variables {

  /**
   * The record of the form submitted in this transaction; written by the form door, read by the
   * task after it.
   */
  static final ProcessVariable<String> RECORD_ID = new ProcessVariable<>("recordId", String.class);

  private Variables() {}
}
