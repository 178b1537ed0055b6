package org.alur.forms;

import java.util.Optional;
import java.util.stream.Stream;
import org.alur.organisation.Explained;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Takes a refusal out of what the engine wraps around it, so that the person who submitted a form
 * reads the sentence also when a listener or the step behind the form refuses.
 */
final class RefusalsTold extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException exception) {
      var refusal = refusalIn(exception);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      throw exception;
    }
  }

  private static Optional<Explained> refusalIn(ProcessEngineException exception) {
    return Stream.iterate((Throwable) exception, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(Explained.class::isInstance)
        .map(Explained.class::cast)
        .findFirst();
  }
}
