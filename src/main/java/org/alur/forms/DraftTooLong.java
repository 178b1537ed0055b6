package org.alur.forms;

import org.alur.organisation.Explained;

/** A draft is longer than any form. */
final class DraftTooLong extends Explained {

  private static final long serialVersionUID = 1L;

  DraftTooLong() {
    super(
        Reason.TOO_LARGE,
        "The form holds more text than a draft may have. Shorten it, or upload it as a document.");
  }
}
