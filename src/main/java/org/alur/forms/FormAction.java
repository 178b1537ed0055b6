package org.alur.forms;

import java.util.Set;

/** What happens when somebody submits a form on the case page, without a task that asks for it. */
public interface FormAction {

  /** The ids of the forms that the action follows. */
  Set<String> forms();

  /** Acts on a submission that was checked and filed, in the same transaction. */
  void perform(Submission submission);
}
