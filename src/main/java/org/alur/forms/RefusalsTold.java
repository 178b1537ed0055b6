package org.alur.forms;

import java.util.Optional;
import java.util.stream.Stream;
import org.alur.organisation.Explained;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Takes a refusal out of what the engine wraps around it, so that the person who submitted a form
 * reads the sentence also when a listener or the step behind the form refuses. What the engine
 * itself says to a person who submits too late is put into a sentence as well.
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
      if (command instanceof SubmitTaskFormCmd) {
        throw inWords(exception);
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

  private static RuntimeException inWords(ProcessEngineException exception) {
    if (exception instanceof OptimisticLockingException) {
      return new TaskOvertaken();
    }
    if (exception instanceof AuthorizationException) {
      return new NotYourForm(
          "You may not work on this task. Ask the person who has it, or your supervisor.");
    }
    var message = String.valueOf(exception.getMessage());
    if (exception instanceof NullValueException && message.contains("Cannot find task")) {
      return new FormMissing(
          "This task is no longer open: it was completed, perhaps in another tab, or is no longer"
              + " needed. Go back to your list of tasks.");
    }
    return exception;
  }
}
