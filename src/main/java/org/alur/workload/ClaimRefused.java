package org.alur.workload;

import org.camunda.bpm.engine.AuthorizationException;

/**
 * A task cannot be given to this person. It is a missing authorisation, so that every interface of
 * the engine answers it with 403 and the sentence.
 */
public final class ClaimRefused extends AuthorizationException {

  private static final long serialVersionUID = 1L;

  ClaimRefused(String sentence) {
    super(sentence);
  }
}
