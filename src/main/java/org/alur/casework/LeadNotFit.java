package org.alur.casework;

import org.alur.organisation.Explained;

/** Somebody was to lead a case who cannot. */
public class LeadNotFit extends Explained {

  private static final long serialVersionUID = 1L;

  LeadNotFit() {
    super(Reason.INVALID, "Only an active caseworker can lead a case. Choose somebody else.");
  }

  /** The caseload would pass its hard limit: somebody else was faster. */
  LeadNotFit(Throwable noRoom) {
    super(
        Reason.CONFLICT,
        "The caseworker was just given another case and has no room any more. Choose somebody"
            + " else.");
    initCause(noRoom);
  }
}
