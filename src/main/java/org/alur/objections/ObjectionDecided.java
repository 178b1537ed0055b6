package org.alur.objections;

import org.alur.organisation.Explained;

/** An objection was answered, granted or taken back meanwhile. */
public class ObjectionDecided extends Explained {

  private static final long serialVersionUID = 1L;

  ObjectionDecided() {
    super(
        Reason.CONFLICT,
        "This objection was answered, granted or withdrawn meanwhile. Open the case page to see"
            + " how it stands.");
  }
}
