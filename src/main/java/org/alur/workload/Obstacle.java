package org.alur.workload;

/** Why somebody cannot be given a case. */
enum Obstacle {
  /** No valid registration as a social worker (STR; UU 14/2019 art. 28). */
  NO_LICENCE("has no valid registration as a social worker (STR)"),
  /** Away today; which of these two it is, is nobody else's business. */
  ABSENT("is not available"),
  /** Too close to the beneficiary. */
  CONFLICT("is not available"),
  /** The case would make the caseload heavier than its limit. */
  NO_ROOM("has no room for a case of this weight");

  private final String words;

  Obstacle(String words) {
    this.words = words;
  }

  /** What goes on after the name of the person. */
  String words() {
    return words;
  }
}
