package org.alur.casework;

/** How an intervention moves a person (UU 11/2009 art. 7(2)). */
public enum Approach {
  /** Invites and advises, so that the person becomes willing (persuasif). */
  PERSUASIVE,
  /** Encourages and rewards, so that the person moves of their own awareness (motivatif). */
  MOTIVATIONAL,
  /** Compels, within the law and for a limited time (koersif). */
  COERCIVE
}
