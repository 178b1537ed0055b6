package org.alur.workload;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The rights that users and groups are to have on one task. */
final class TaskGrants {

  private record Holder(Optional<String> user, Optional<String> group) {

    static Holder of(Authorization authorisation) {
      return new Holder(
          Optional.ofNullable(authorisation.getUserId()),
          Optional.ofNullable(authorisation.getGroupId()));
    }
  }

  private final Map<Holder, Set<TaskPermissions>> grants = new LinkedHashMap<>();

  void toUser(String user, TaskPermissions... permissions) {
    add(new Holder(Optional.of(user), Optional.empty()), permissions);
  }

  void toGroup(String group, TaskPermissions... permissions) {
    add(new Holder(Optional.empty(), Optional.of(group)), permissions);
  }

  private void add(Holder holder, TaskPermissions... permissions) {
    grants
        .computeIfAbsent(holder, any -> EnumSet.noneOf(TaskPermissions.class))
        .addAll(List.of(permissions));
  }

  /**
   * Stores them. What stays is changed, not replaced: the engine inserts before it deletes, and
   * would have two of a kind for a moment.
   */
  void replaceThoseOf(DelegateTask task) {
    var authorisations = task.getProcessEngineServices().getAuthorizationService();
    var missing = new LinkedHashMap<>(grants);
    for (var stored :
        authorisations
            .createAuthorizationQuery()
            .resourceType(Resources.TASK)
            .resourceId(task.getId())
            .unlimitedList()) {
      var wanted = missing.remove(Holder.of(stored));
      if (wanted == null) {
        authorisations.deleteAuthorization(stored.getId());
      } else {
        stored.setPermissions(wanted.toArray(Permission[]::new));
        authorisations.saveAuthorization(stored);
      }
    }
    missing.forEach(
        (holder, permissions) -> {
          var added = authorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
          holder.user().ifPresent(added::setUserId);
          holder.group().ifPresent(added::setGroupId);
          added.setResource(Resources.TASK);
          added.setResourceId(task.getId());
          added.setPermissions(permissions.toArray(Permission[]::new));
          authorisations.saveAuthorization(added);
        });
  }
}
