package org.alur.casework;

import org.alur.organisation.Explained;

/** A message came for which nobody in the case waits. */
class MessageUnexpected extends Explained {

  private static final long serialVersionUID = 1L;

  /** More of a name is no help. */
  private static final int LONGEST = 80;

  MessageUnexpected(CaseNumber number, String name) {
    super(
        Reason.CONFLICT,
        "Nothing in case "
            + number
            + " waits for "
            + (name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name)
            + " now. Compare the name and the state of the case, and send it again if need be.");
  }
}
