package org.alur.objections;

import org.alur.organisation.Explained;

/** The same person has objected to the same thing already, and an answer is still owed. */
public class ObjectionPending extends Explained {

  private static final long serialVersionUID = 1L;

  ObjectionPending() {
    super(
        Reason.CONFLICT,
        "This objection is on file already and is being answered, so it is not taken twice. Note"
            + " what is said besides with \"Add note\"; whoever answers reads it.");
  }
}
