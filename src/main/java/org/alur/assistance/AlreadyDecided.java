package org.alur.assistance;

import org.alur.organisation.Explained;

/** Somebody decides what has been decided already. */
public final class AlreadyDecided extends Explained {

  private static final long serialVersionUID = 1L;

  AlreadyDecided() {
    super(
        Reason.CONFLICT,
        "This has been decided already, perhaps by a colleague. Open the case file to see how.");
  }
}
