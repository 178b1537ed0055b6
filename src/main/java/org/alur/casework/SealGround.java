package org.alur.casework;

/** Why even the team of a case does not see it. */
public enum SealGround {
  /** Sexual violence; who was hurt is kept secret (UU 12/2022). */
  SEXUAL_VIOLENCE("Sexual violence"),
  HIV("HIV"),
  ADOPTION("Origin of an adopted child"),
  /** A child in conflict with the law; its identity is kept secret (UU 11/2012 art. 19). */
  CHILD_JUSTICE("Child in conflict with the law"),
  SAFE_HOUSE("Address of a safe house"),
  /** Somebody who works here, or their family, is helped. */
  COLLEAGUE("Help for a colleague or their family");

  private final String words;

  SealGround(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
