package org.alur.coercion;

/** Somebody decides about a measure that has been decided about already. */
public final class MeasureDecided extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MeasureDecided(String message) {
    super(message);
  }
}
