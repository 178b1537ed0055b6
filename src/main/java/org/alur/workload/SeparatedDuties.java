package org.alur.workload;

import java.util.Optional;
import java.util.Set;
import org.alur.forms.FormContext;

/**
 * Keeps apart people of the same role who must not do one after the other what two of them have to
 * do. Asked when a task is given to somebody or taken.
 */
public interface SeparatedDuties {

  /** The forms of the tasks that are asked about. */
  Set<String> forms();

  /** Why the user of the context cannot do the task, in a sentence to them. */
  Optional<String> objection(FormContext context);
}
