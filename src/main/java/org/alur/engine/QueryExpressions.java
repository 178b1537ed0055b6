package org.alur.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The expressions that a task query or a filter may contain. The engine would run any other as
 * code: in nested {@code orQueries} it forgets its own check (CVE-2026-109432), in filters it never
 * had one.
 */
public final class QueryExpressions {

  /** What lists of tasks need, letter by letter. */
  public static final Set<String> ALLOWED =
      Set.of(
          "${currentUser()}",
          "${currentUserGroups()}",
          "${now()}",
          "${startOfToday()}",
          "${endOfToday()}",
          "${endOfWeek()}",
          "${inDays(3)}",
          "${inDays(7)}");

  private QueryExpressions() {}

  static void check(Object query) {
    check(query, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** A query and those nested in it know each other, so each is looked at once. */
  private static void check(Object query, Set<Object> seen) {
    if (!seen.add(query)) {
      return;
    }
    if (query instanceof AbstractQuery<?, ?> checked) {
      check(checked.getExpressions().values());
    }
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().forEach(nested -> check(nested, seen));
    }
    if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
      tasks.getQueries().forEach(nested -> check(nested, seen));
    }
  }

  private static void check(Collection<String> expressions) {
    for (String expression : expressions) {
      if (!ALLOWED.contains(expression.replace(" ", ""))) {
        throw new BadUserRequestException(
            "A list of tasks cannot contain the expression "
                + expression
                + ". Use one of "
                + ALLOWED.stream().sorted().toList()
                + ".");
      }
    }
  }
}
