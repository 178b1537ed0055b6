package org.alur.forms;

import org.alur.organisation.Explained;

/** There is no such form, or it is not for this person. */
final class FormMissing extends Explained {

  private static final long serialVersionUID = 1L;

  FormMissing(String sentence) {
    super(Reason.NOT_FOUND, sentence);
  }
}
