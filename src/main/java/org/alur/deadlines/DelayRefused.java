package org.alur.deadlines;

import org.alur.organisation.Explained;

/** A deadline cannot be suspended, extended or resumed. */
public final class DelayRefused extends Explained {

  private static final long serialVersionUID = 1L;

  DelayRefused(String sentence) {
    super(Reason.CONFLICT, sentence);
  }
}
