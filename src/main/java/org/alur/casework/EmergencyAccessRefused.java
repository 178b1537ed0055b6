package org.alur.casework;

import org.alur.organisation.Explained;

/** A case cannot be opened in an emergency like this, or by this person. */
class EmergencyAccessRefused extends Explained {

  private static final long serialVersionUID = 1L;

  EmergencyAccessRefused(Reason reason, String sentence) {
    super(reason, sentence);
  }
}
