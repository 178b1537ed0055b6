package org.alur.forms;

import org.alur.organisation.Explained;

/** Somebody else changed the task while its form was being submitted. */
final class TaskOvertaken extends Explained {

  private static final long serialVersionUID = 1L;

  TaskOvertaken() {
    super(
        Reason.CONFLICT,
        "Somebody else changed this task at the same moment, so the form was not accepted. Reload"
            + " the task and look whether it still has to be done.");
  }
}
