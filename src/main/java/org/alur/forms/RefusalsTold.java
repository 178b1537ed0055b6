package org.alur.forms;

import java.util.Optional;
import java.util.stream.Stream;
import org.alur.engine.Faults;
import org.alur.engine.SideDoorClosed;
import org.alur.organisation.Explained;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes a refusal out of what the engine wraps around it, so that the person who submitted a form
 * reads the sentence also when a listener or the step behind the form refuses. What the engine
 * itself says to a person who submits too late is put into a sentence as well. What nobody foresaw
 * goes to the log, and the person gets the reference.
 */
final class RefusalsTold extends CommandInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalsTold.class);

  @Override
  public <T> T execute(Command<T> command) {
    // Within another command or transaction it is not a person who submits.
    boolean isOutermost =
        Context.getCommandContext() == null
            && !TransactionSynchronizationManager.isActualTransactionActive();
    try {
      return next.execute(command);
    } catch (RuntimeException exception) {
      throw told(exception, command, isOutermost);
    }
  }

  private RuntimeException told(
      RuntimeException exception, Command<?> command, boolean isOutermost) {
    var refusal = refusalIn(exception);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (command instanceof SubmitTaskFormCmd && isOutermost && !isOpen(taskOf(command))) {
      return new FormMissing(
          "This task is no longer open: it was completed, perhaps in another tab, or is no longer"
              + " needed. Go back to your list of tasks.");
    }
    var inWords = command instanceof SubmitTaskFormCmd ? inWords(exception) : exception;
    boolean isSubmission =
        command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd;
    return isSubmission && isOutermost && isFault(inWords)
        ? new SubmissionFailed(Faults.log(LOG, "A form could not be accepted.", exception))
        : inWords;
  }

  /**
   * Whether a task is still there. If another tab completes it at the same moment, the engine says
   * so only if it looks for the task too late; it may as well miss a right or what it read before.
   */
  private boolean isOpen(String taskId) {
    return next.execute(context -> context.getTaskManager().findTaskById(taskId) != null);
  }

  private static String taskOf(Command<?> command) {
    return String.valueOf(new DirectFieldAccessor(command).getPropertyValue("taskId"));
  }

  /** Whether it is neither explained nor the engine's answer to a wrong request. */
  private static boolean isFault(RuntimeException exception) {
    return !(exception instanceof Explained
        || exception instanceof SideDoorClosed
        || exception instanceof AuthorizationException
        || exception instanceof BadUserRequestException
        || exception instanceof NullValueException
        || exception instanceof OptimisticLockingException
        || exception instanceof SuspendedEntityInteractionException);
  }

  private static Optional<Explained> refusalIn(RuntimeException exception) {
    return Stream.iterate((Throwable) exception, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(Explained.class::isInstance)
        .map(Explained.class::cast)
        .findFirst();
  }

  private static RuntimeException inWords(RuntimeException exception) {
    if (exception instanceof OptimisticLockingException) {
      return new TaskOvertaken();
    }
    if (exception instanceof AuthorizationException) {
      return new NotYourForm(
          "You may not work on this task. Ask the person who has it, or your supervisor.");
    }
    return exception;
  }
}
