package org.alur.forms;

import java.util.Set;

/**
 * A rule of the domain about what a form may say; checked after the form's own rules and before
 * anything is stored.
 */
public interface FormRule {

  /** The ids of the forms that the rule is about. */
  Set<String> forms();

  /** Adds a refusal for each thing that cannot be accepted. */
  void check(Submission submission, Refusals refusals);
}
