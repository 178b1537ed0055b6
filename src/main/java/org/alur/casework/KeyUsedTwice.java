package org.alur.casework;

import org.alur.organisation.Explained;

/** An idempotency key came with two different messages. */
class KeyUsedTwice extends Explained {

  private static final long serialVersionUID = 1L;

  KeyUsedTwice(String name) {
    super(
        Reason.CONFLICT,
        "This Idempotency-Key was used for the message "
            + name
            + " before. Use a new key for every new message.");
  }
}
