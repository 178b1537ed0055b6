package org.alur.workload;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * One list of tasks in Tasklist.
 *
 * @param name what the list is called; unique
 * @param position from the top
 * @param roles who sees the list; what it contains is still cut to what a person may see
 * @param content which tasks it contains
 */
record TaskList(
    String name,
    String description,
    int position,
    Set<Role> roles,
    UnaryOperator<TaskQuery> content) {}
