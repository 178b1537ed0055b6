package org.alur.engine;

import org.camunda.bpm.engine.AuthorizationException;

/**
 * A timer was to fire before its date. The engine's interface answers a failure of a job with 500
 * and lets only the exceptions of its own authorisations through, which become 403.
 */
final class TimerNotDue extends AuthorizationException {

  private static final long serialVersionUID = 1L;

  TimerNotDue(String sentence) {
    super(sentence);
  }
}
