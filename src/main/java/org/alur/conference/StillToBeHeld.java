package org.alur.conference;

import org.alur.organisation.Explained;

/** A case was to be closed although a conference is owed. */
final class StillToBeHeld extends Explained {

  private static final long serialVersionUID = 1L;

  StillToBeHeld() {
    super(
        Reason.CONFLICT,
        "A case conference is owed; hold it before you close the case, or ask the supervisor for"
            + " its date.");
  }
}
