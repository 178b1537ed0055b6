package org.alur.deadlines;

import org.alur.engine.ProcessVariable;

/** From when the law counts, where that is before the task was created. */
public final class LawClock {

  /** The instant, UTC; written when the process starts, read when a task gets its deadline. */
  public static final ProcessVariable<String> COUNTS_FROM =
      new ProcessVariable<>("lawCountsFrom", String.class);

  private LawClock() {}
}
