package org.alur.forms;

import org.alur.organisation.Explained;

/** Somebody else works on the task, or nobody is logged in. */
final class NotYourForm extends Explained {

  private static final long serialVersionUID = 1L;

  NotYourForm(String sentence) {
    super(Reason.NOT_ALLOWED, sentence);
  }
}
