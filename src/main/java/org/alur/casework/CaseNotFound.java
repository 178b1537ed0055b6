package org.alur.casework;

import org.alur.organisation.Explained;

/** There is no such case, or the user may not know that there is. */
public class CaseNotFound extends Explained {

  private static final long serialVersionUID = 1L;

  /** The same words whether the case is missing or hidden. */
  public CaseNotFound(String number) {
    super(
        Reason.NOT_FOUND,
        "There is no case "
            + number
            + " that you may see. Compare the number, or ask your supervisor for access.");
  }
}
