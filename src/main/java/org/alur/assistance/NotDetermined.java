package org.alur.assistance;

import org.alur.organisation.Explained;

/** Somebody wants to pay before it was decided that the family is entitled. */
public final class NotDetermined extends Explained {

  private static final long serialVersionUID = 1L;

  NotDetermined() {
    super(
        Reason.CONFLICT,
        "A supervisor has not determined that this family is entitled, so nothing can be paid."
            + " Wait for the determination.");
  }
}
