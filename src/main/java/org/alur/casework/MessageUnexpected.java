package org.alur.casework;

import org.alur.organisation.Explained;

/** A message came for which nobody in the case waits. */
class MessageUnexpected extends Explained {

  private static final long serialVersionUID = 1L;

  MessageUnexpected(CaseNumber number, String name) {
    super(
        Reason.CONFLICT,
        "Nothing in case "
            + number
            + " waits for "
            + name
            + " now. Compare the name and the state of the case, and send it again if need be.");
  }
}
