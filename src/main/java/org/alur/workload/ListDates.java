package org.alur.workload;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The dates that lists of tasks are cut by. Days begin and end as in the time zone of the offices,
 * not of the server: due today means today in Jakarta.
 */
public final class ListDates {

  /** Under this name the engine keeps the time zone, because it calls functions of no object. */
  private static final String ZONE = "taskListZone";

  private ListDates() {}

  /** When today began. */
  public static Date startOfToday() {
    return startOf(today());
  }

  /** When tomorrow begins. */
  public static Date endOfToday() {
    return startOf(today().plusDays(1));
  }

  /** When next Monday begins. */
  public static Date endOfWeek() {
    var today = today();
    return startOf(today.plusDays(8L - today.getDayOfWeek().getValue()));
  }

  /**
   * When the day after some days begins.
   *
   * @param days counted from today, which is 0
   */
  public static Date inDays(int days) {
    return startOf(today().plusDays(days + 1L));
  }

  /** Tells the engine the time zone of the lists. */
  static void setZone(ProcessEngineConfigurationImpl engine, ZoneId zone) {
    var beans = new HashMap<Object, Object>();
    if (engine.getBeans() != null) {
      beans.putAll(engine.getBeans());
    }
    beans.put(ZONE, zone);
    engine.setBeans(beans);
  }

  /** Lets the queries of lists call the dates. */
  static void offerTo(ProcessEngineConfigurationImpl engine) {
    List<Method> functions =
        Arrays.stream(ListDates.class.getMethods())
            .filter(method -> method.getReturnType() == Date.class)
            .toList();
    functions.forEach(
        function -> engine.getExpressionManager().addFunction(function.getName(), function));
  }

  private static LocalDate today() {
    return ClockUtil.getCurrentTime().toInstant().atZone(zone()).toLocalDate();
  }

  private static Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(zone()).toInstant());
  }

  private static ZoneId zone() {
    return Objects.requireNonNull(
        (ZoneId) Context.getProcessEngineConfiguration().getBeans().get(ZONE));
  }
}
