package org.alur.engine;

import java.util.UUID;
import org.slf4j.Logger;

/**
 * Puts what nobody foresaw into the log: what happened and where, but not the messages of the
 * exceptions, which may repeat what a person typed.
 */
public final class Faults {

  private static final int DEEPEST = 20;

  private Faults() {}

  /** Logs a fault and returns the reference by which an administrator finds it there. */
  public static String log(Logger log, String what, Throwable fault) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("{} Reference: {}", what, reference, new Wordless(fault, DEEPEST));
    return reference;
  }

  /**
   * Does one of several things of a round that comes again. A fault is logged and does not keep the
   * others back.
   *
   * @param failure what could not be done then, in a sentence without names
   */
  public static void attempt(Logger log, String failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      log(log, failure + " The next round tries again.", fault);
    }
  }

  /** An exception without its message. */
  private static final class Wordless extends Throwable {

    private static final long serialVersionUID = 1L;

    Wordless(Throwable original, int depth) {
      super(original.getClass().getName());
      setStackTrace(original.getStackTrace());
      if (original.getCause() != null && depth > 0) {
        initCause(new Wordless(original.getCause(), depth - 1));
      }
    }
  }
}
