package org.alur.engine;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.engine.Operations.Targets;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Keeps operators from stopping, removing, changing or moving the guard of a coercive measure: its
 * timer ends the measure, and its tasks are the way to end it sooner.
 */
final class MeasureKeeper {

  static final String KEPT =
      "A coercive measure hangs on this process: it is not suspended, deleted, changed or migrated,"
          + " and its dates are not moved. To end the measure, ask the supervisor to review it.";
  static final String NOT_YET =
      "This timer belongs to a coercive measure and fires at its date, not before. To end the"
          + " measure, ask the supervisor to review it.";

  /** The process that guards a measure, and the one that asks about a late end. */
  private static final Set<String> GUARDS = Set.of("coercive-intervention", "measure-ended-late");

  /** A process that is called hangs on its caller, so whoever deletes the caller deletes it. */
  private static final String IS_TOUCHED =
      """
      WITH RECURSIVE named (id) AS (
        SELECT unnest(?::text[])
        UNION
        SELECT process_instance_id_ FROM act_ru_job WHERE id_ = ANY (?)
        UNION
        SELECT e.id_ FROM act_ru_execution e JOIN act_re_procdef d ON d.id_ = e.proc_def_id_
        WHERE e.parent_id_ IS NULL AND (d.id_ = ANY (?) OR d.key_ = ANY (?)
          OR d.deployment_id_ = ANY (?))
      ), touched (id) AS (
        SELECT id FROM named
        UNION
        SELECT called.proc_inst_id_ FROM touched
        JOIN act_ru_execution calling ON calling.proc_inst_id_ = touched.id
        JOIN act_ru_execution called ON called.super_exec_ = calling.id_
        WHERE ?
      )
      SELECT EXISTS (
        SELECT 1 FROM touched JOIN act_ru_execution e ON e.id_ = touched.id
        JOIN act_re_procdef d ON d.id_ = e.proc_def_id_ WHERE d.key_ IN (%1$s))
      OR EXISTS (SELECT 1 FROM act_ru_jobdef WHERE id_ = ANY (?) AND proc_def_key_ IN (%1$s))
      OR EXISTS (SELECT 1 FROM act_re_procdef
        WHERE (id_ = ANY (?) OR deployment_id_ = ANY (?)) AND key_ IN (%1$s))
      """
          .formatted(quoted());

  private static final String IS_NOT_DUE =
      """
      SELECT EXISTS (SELECT 1 FROM act_ru_job
        WHERE id_ = ANY (?) AND process_def_key_ IN (%s) AND duedate_ > ?)
      """
          .formatted(quoted());

  private MeasureKeeper() {}

  private static String quoted() {
    return GUARDS.stream().collect(Collectors.joining("', '", "'", "'"));
  }

  /** Runs an operator's command, unless the guard of a measure hangs on what it is about. */
  static <T> T execute(Command<T> command, CommandContext context) {
    Targets targets = Operations.targetsOf(command);
    Connection connection = connection(context);
    try {
      if (Operations.isHaste(command) && isNotDue(connection, targets)) {
        throw new TimerNotDue(NOT_YET);
      }
      if (Operations.isHarmful(command)
          && (targets.keys().stream().anyMatch(GUARDS::contains)
              || isTouched(connection, targets, Operations.reachesCalled(command)))) {
        throw new SideDoorClosed(KEPT);
      }
    } catch (SQLException cause) {
      throw unknown(cause);
    }
    return command.execute(context);
  }

  /** Refuses what would stop or remove the guard of a measure with some instances. */
  static void check(Collection<String> instances, CommandContext context) {
    Targets targets = Targets.none();
    targets.instances().addAll(instances);
    try {
      if (isTouched(connection(context), targets, true)) {
        throw new SideDoorClosed(KEPT);
      }
    } catch (SQLException cause) {
      throw unknown(cause);
    }
  }

  private static Connection connection(CommandContext context) {
    return context.getDbSqlSession().getSqlSession().getConnection();
  }

  private static ProcessEngineException unknown(SQLException cause) {
    return new ProcessEngineException("Could not look for coercive measures.", cause);
  }

  private static boolean isTouched(Connection connection, Targets targets, boolean calledToo)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IS_TOUCHED)) {
      query.setArray(1, array(connection, targets.instances()));
      query.setArray(2, array(connection, targets.jobs()));
      query.setArray(3, array(connection, targets.definitions()));
      query.setArray(4, array(connection, targets.keys()));
      query.setArray(5, array(connection, targets.deployments()));
      query.setBoolean(6, calledToo);
      query.setArray(7, array(connection, targets.jobDefinitions()));
      query.setArray(8, array(connection, targets.definitions()));
      query.setArray(9, array(connection, targets.deployments()));
      return isTrue(query);
    }
  }

  @SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
  private static boolean isNotDue(Connection connection, Targets targets) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IS_NOT_DUE)) {
      query.setArray(1, array(connection, targets.jobs()));
      query.setTimestamp(2, new Timestamp(ClockUtil.getCurrentTime().getTime()));
      return isTrue(query);
    }
  }

  private static boolean isTrue(PreparedStatement query) throws SQLException {
    try (ResultSet answer = query.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static Array array(Connection connection, Set<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
