package org.alur.casework;

import org.alur.organisation.Explained;

/** The risk of a case was to be raised or lowered in a way that is not open to this person. */
public class RiskNotChanged extends Explained {

  private static final long serialVersionUID = 1L;

  RiskNotChanged(Reason reason, String sentence) {
    super(reason, sentence);
  }
}
