package org.alur.engine;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses commands that would go round the form door, unless the platform gives them. What a
 * command does within itself is the platform's own work and not looked at.
 */
final class SideDoorGuard extends CommandInterceptor {

  private static final Set<String> CHANGEABLE =
      Set.of(
          TaskEntity.ASSIGNEE, TaskEntity.DUE_DATE, TaskEntity.FOLLOW_UP_DATE, TaskEntity.PRIORITY);

  private final ProcessEngineConfigurationImpl engine;

  SideDoorGuard(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (Platform.isActing() || Context.getCommandContext() != null) {
      return next.execute(command);
    }
    if (Operations.countsRefusal(command)) {
      return next.execute(context -> nothing());
    }
    refuse(command);
    if (command instanceof SubmitStartFormCmd || command instanceof SubmitTaskFormCmd) {
      return next.execute(context -> submit(command, context));
    }
    if (Operations.isHarmful(command) || (Operations.isHaste(command) && isPersonAtWork())) {
      return next.execute(context -> MeasureKeeper.execute(command, context));
    }
    return next.execute(command);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // A command gives nothing back.
  private static <T> T nothing() {
    return null;
  }

  private void refuse(Command<?> command) {
    (isPersonAtWork()
            ? SideDoors.refusalForPeople(command.getClass())
            : SideDoors.refusalFor(command.getClass()))
        .ifPresent(
            sentence -> {
              throw new SideDoorClosed(sentence);
            });
    if (command instanceof SaveTaskCmd) {
      refuseTexts((TaskEntity) field(command, "task"));
    }
    if (command instanceof AbstractMigrationCmd) {
      refuseVariables((MigrationPlanExecutionBuilderImpl) field(command, "executionBuilder"));
    }
  }

  private boolean isPersonAtWork() {
    IdentityService identity = engine.getIdentityService();
    return identity != null && identity.getCurrentAuthentication() != null;
  }

  private static void refuseTexts(TaskEntity task) {
    if (task.getRevision() == 0) {
      throw new SideDoorClosed(SideDoors.NEW_TASK);
    }
    if (!CHANGEABLE.containsAll(task.getPropertyChanges().keySet())) {
      throw new SideDoorClosed(SideDoors.TASK_TEXT);
    }
  }

  private static void refuseVariables(MigrationPlanExecutionBuilderImpl migration) {
    var variables = migration.getMigrationPlan().getVariables();
    if (variables != null && !variables.isEmpty()) {
      throw new SideDoorClosed(SideDoors.VARIABLES);
    }
  }

  private static <T> T submit(Command<T> command, CommandContext context) {
    boolean hasForm =
        command instanceof SubmitStartFormCmd
            ? FormHandlers.isOnStartOf((String) field(command, "processDefinitionId"))
            : FormHandlers.isOnTask((String) field(command, "taskId"), context);
    if (!hasForm) {
      throw new SideDoorClosed(SideDoors.NO_FORM);
    }
    return command.execute(context);
  }

  private static Object field(Command<?> command, String name) {
    Object value = new DirectFieldAccessor(command).getPropertyValue(name);
    if (value == null) {
      throw new SideDoorClosed("Say which task or process is meant.");
    }
    return value;
  }
}
