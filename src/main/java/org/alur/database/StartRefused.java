package org.alur.database;

/** Alur cannot start as things are; the message says what is wrong and the remedy what to do. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** Refuses the start with one sentence on what is wrong and one on what to do. */
  public StartRefused(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
