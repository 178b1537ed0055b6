package org.alur.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Stores the lists of tasks as filters of the engine, readable for the roles they are for. */
@Component
class TaskListKeeper {

  /** Marks the filters that are kept here; those that people store are left alone. */
  private static final String KEPT = "keptByAlur";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorisations;
  private final TaskLists lists;

  TaskListKeeper(
      FilterService filters,
      TaskService tasks,
      AuthorizationService authorisations,
      TaskLists lists) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorisations = authorisations;
    this.lists = lists;
  }

  /** Creates, changes and removes filters until they are as the lists say. */
  void keep() {
    var all = lists.all();
    var stored =
        filters.createTaskFilterQuery().unlimitedList().stream()
            .filter(filter -> filter.getProperties().containsKey(KEPT))
            .collect(Collectors.toMap(Filter::getName, filter -> filter));
    all.forEach(list -> keep(list, Optional.ofNullable(stored.remove(list.name()))));
    stored.values().forEach(gone -> filters.deleteFilter(gone.getId()));
  }

  private void keep(TaskList list, Optional<Filter> stored) {
    var filter = stored.orElseGet(() -> filters.newTaskFilter(list.name()));
    filter.setQuery(
        TaskLists.mostUrgentFirst().apply(list.content().apply(tasks.createTaskQuery())));
    filter.setProperties(properties(list));
    grant(filters.saveFilter(filter), list.roles());
  }

  private static Map<String, Object> properties(TaskList list) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("description", list.description());
    properties.put("priority", list.position());
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    properties.put(
        "variables",
        List.of(
            Map.of("name", "field", "label", "Field"),
            Map.of("name", "riskLevel", "label", "Risk")));
    properties.put(KEPT, true);
    return properties;
  }

  private void grant(Filter filter, Set<Role> roles) {
    var missing = roles.stream().map(Role::key).collect(Collectors.toSet());
    for (var stored :
        authorisations
            .createAuthorizationQuery()
            .resourceType(Resources.FILTER)
            .resourceId(filter.getId())
            .unlimitedList()) {
      if (stored.getGroupId() == null || !missing.remove(stored.getGroupId())) {
        authorisations.deleteAuthorization(stored.getId());
      }
    }
    for (var role : missing) {
      var grant = authorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(role);
      grant.setResource(Resources.FILTER);
      grant.setResourceId(filter.getId());
      grant.addPermission(Permissions.READ);
      authorisations.saveAuthorization(grant);
    }
  }
}
