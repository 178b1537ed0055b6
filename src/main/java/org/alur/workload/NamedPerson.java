package org.alur.workload;

import java.util.Optional;
import java.util.Set;
import org.alur.forms.FormContext;

/**
 * Tasks that are for one person by name, of whatever team, and for nobody else but a deputy: the
 * caseworker who is asked to take a case over.
 */
public interface NamedPerson {

  /** The forms of such tasks. */
  Set<String> forms();

  /** The user id of the person; empty if it is not known any more. */
  Optional<String> person(FormContext context);

  /** Whether the person need not have the role that the model names for everybody else. */
  default boolean isOfAnyRole(String form) {
    return false;
  }
}
