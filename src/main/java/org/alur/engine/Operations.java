package org.alur.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * The operator's commands that could keep a measure alive or leave it without its guard, and what
 * each of them is about.
 */
final class Operations {

  private static final Map<Class<?>, Predicate<DirectFieldAccessor>> HARMFUL =
      new LinkedHashMap<>();

  static {
    always(SuspendProcessInstanceCmd.class, SuspendProcessDefinitionCmd.class);
    always(SuspendJobCmd.class, SuspendJobDefinitionCmd.class);
    HARMFUL.put(
        AbstractUpdateProcessInstancesSuspendStateCmd.class,
        fields -> Boolean.TRUE.equals(fields.getPropertyValue("suspending")));
    always(AbstractDeleteProcessInstanceCmd.class, DeleteProcessInstanceBatchCmd.class);
    always(AbstractDeleteProcessDefinitionCmd.class, DeleteProcessDefinitionsByIdsCmd.class);
    always(DeleteDeploymentCmd.class, DeleteJobCmd.class, DeleteJobsCmd.class);
    always(AbstractMigrationCmd.class, SetProcessDefinitionVersionCmd.class);
    always(SetJobDuedateCmd.class, RecalculateJobDuedateCmd.class);
    // Trying a job again repairs it; without tries left, or at another time, also at none, it does
    // not run when it is due.
    HARMFUL.put(SetJobRetriesCmd.class, Operations::stopsOrMoves);
    HARMFUL.put(AbstractSetJobsRetriesBatchCmd.class, Operations::stopsOrMoves);
  }

  private static final Set<String> INSTANCES = Set.of("processInstanceId", "processInstanceIds");
  private static final Set<String> JOBS = Set.of("jobId", "jobIds", "ids");
  private static final Set<String> DEFINITIONS =
      Set.of("processDefinitionId", "processDefinitionIds");
  private static final Set<String> BUILDERS = Set.of("builder", "executionBuilder");
  private static final Set<String> QUERIES =
      Set.of("processInstanceQuery", "historicProcessInstanceQuery", "jobQuery", "query");

  /** What a command is about: the ids that it names, and those that its queries find. */
  record Targets(
      Set<String> instances,
      Set<String> jobs,
      Set<String> jobDefinitions,
      Set<String> definitions,
      Set<String> keys,
      Set<String> deployments) {

    static Targets none() {
      return new Targets(
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>());
    }
  }

  private Operations() {}

  private static void always(Class<?>... commands) {
    Stream.of(commands).forEach(command -> HARMFUL.put(command, fields -> true));
  }

  private static boolean stopsOrMoves(DirectFieldAccessor fields) {
    return !(fields.getPropertyValue("retries") instanceof Integer retries && retries > 0)
        || Boolean.TRUE.equals(fields.getPropertyValue("isDueDateSet"));
  }

  /** Whether a command stops, removes, changes or moves what it is about. */
  static boolean isHarmful(Command<?> command) {
    return HARMFUL.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(command))
        .anyMatch(entry -> entry.getValue().test(new DirectFieldAccessor(command)));
  }

  /** Whether a command lets a job run now, whenever it is due. */
  static boolean isHaste(Command<?> command) {
    return command instanceof ExecuteJobsCmd;
  }

  /**
   * Whether a command counts a failure for a job that was refused to run. It would put the job at
   * another time, and the refusal would have done what it refused.
   */
  static boolean countsRefusal(Command<?> command) {
    return command instanceof FailedJobListener
        && new DirectFieldAccessor(command).getPropertyValue("jobFailureCollector")
            instanceof JobFailureCollector collector
        && collector.getFailure() instanceof TimerNotDue;
  }

  /** Whether a command is about the processes that are called as well. */
  static boolean reachesCalled(Command<?> command) {
    return !(command instanceof AbstractMigrationCmd);
  }

  /** What a command is about; evaluates its queries, so it needs the command's context. */
  static Targets targetsOf(Command<?> command) {
    Targets targets = Targets.none();
    collect(command, targets);
    return targets;
  }

  private static void collect(Object holder, Targets targets) {
    DirectFieldAccessor fields = new DirectFieldAccessor(holder);
    INSTANCES.forEach(name -> targets.instances().addAll(strings(value(fields, name))));
    JOBS.forEach(name -> targets.jobs().addAll(strings(value(fields, name))));
    DEFINITIONS.forEach(name -> targets.definitions().addAll(strings(value(fields, name))));
    targets.jobDefinitions().addAll(strings(value(fields, "jobDefinitionId")));
    targets.keys().addAll(strings(value(fields, "processDefinitionKey")));
    targets.deployments().addAll(strings(value(fields, "deploymentId")));
    for (String name : QUERIES) {
      if (value(fields, name) instanceof Query<?, ?> query) {
        query.unlimitedList().forEach(found -> add(found, targets));
      }
    }
    for (String name : BUILDERS) {
      @Nullable Object builder = value(fields, name);
      if (builder != null) {
        collect(builder, targets);
      }
    }
  }

  private static void add(@Nullable Object found, Targets targets) {
    if (found instanceof Job job) {
      targets.jobs().add(job.getId());
    } else if (found instanceof ProcessInstance instance) {
      targets.instances().add(instance.getId());
    } else if (found instanceof HistoricProcessInstance instance) {
      targets.instances().add(instance.getId());
    }
  }

  private static @Nullable Object value(DirectFieldAccessor fields, String name) {
    return fields.isReadableProperty(name) ? fields.getPropertyValue(name) : null;
  }

  private static List<String> strings(@Nullable Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof String[] texts) {
      return List.of(texts);
    }
    return value instanceof Collection<?> many
        ? many.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
