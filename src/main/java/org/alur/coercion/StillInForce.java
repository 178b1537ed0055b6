package org.alur.coercion;

import org.alur.organisation.Explained;

/** A case was to be closed while one of its measures compels somebody. */
final class StillInForce extends Explained {

  private static final long serialVersionUID = 1L;

  StillInForce() {
    super(Reason.CONFLICT, "A coercive measure is in force; end it before you close the case.");
  }
}
