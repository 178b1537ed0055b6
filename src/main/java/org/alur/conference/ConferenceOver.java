package org.alur.conference;

import org.alur.organisation.Explained;

/** A conference was held, or called off, meanwhile. */
public class ConferenceOver extends Explained {

  private static final long serialVersionUID = 1L;

  ConferenceOver() {
    super(
        Reason.CONFLICT,
        "This conference was held or called off meanwhile, or its decision is reported already."
            + " Load the case again to see how it stands.");
  }
}
