package org.alur.engine;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * A command was refused that would go round the form door. The engine's interfaces answer 403 with
 * the sentence; some of them would hide an exception of the engine itself behind a sentence of
 * theirs.
 */
public final class SideDoorClosed extends InvalidRequestException {

  private static final long serialVersionUID = 1L;

  SideDoorClosed(String sentence) {
    super(Response.Status.FORBIDDEN, sentence);
  }
}
