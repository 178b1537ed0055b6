package org.alur.casework;

import org.alur.organisation.Explained;

/** Somebody who may only read cases wanted to add to one. */
public class CaseReadOnly extends Explained {

  private static final long serialVersionUID = 1L;

  CaseReadOnly() {
    super(Reason.NOT_ALLOWED, "You may read this case, but not add to it. Ask its caseworker.");
  }
}
