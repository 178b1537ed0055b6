package org.alur.coercion;

import org.alur.organisation.Explained;

/** Somebody decides about a measure that has been decided about already. */
public final class MeasureDecided extends Explained {

  private static final long serialVersionUID = 1L;

  MeasureDecided(String message) {
    super(Reason.CONFLICT, message);
  }
}
