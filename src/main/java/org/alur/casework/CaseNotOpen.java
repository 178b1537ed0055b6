package org.alur.casework;

import org.alur.organisation.Explained;

/** A case that is closed or rejected was to be changed. */
public class CaseNotOpen extends Explained {

  private static final long serialVersionUID = 1L;

  CaseNotOpen(CaseNumber number) {
    super(Reason.CONFLICT, "Case " + number + " is closed. Reopen it before you work on it again.");
  }
}
