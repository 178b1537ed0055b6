package org.alur.casework;

import org.alur.organisation.Explained;

/** A message came with a key that cannot tell it from others. */
class KeyUnusable extends Explained {

  private static final long serialVersionUID = 1L;

  KeyUnusable(int longest) {
    super(
        Reason.INVALID,
        "The header Idempotency-Key needs 1 to %d characters that belong to this message alone."
            .formatted(longest));
  }
}
