package org.alur.forms;

import org.alur.organisation.Explained;

/** A draft was saved from another tab or by a colleague since this one was opened. */
final class DraftOvertaken extends Explained {

  private static final long serialVersionUID = 1L;

  DraftOvertaken() {
    super(
        Reason.CONFLICT,
        "This form was saved in another tab or by a colleague in the meantime, so this draft was"
            + " not saved. Reload the form to go on with the newer draft.");
  }
}
