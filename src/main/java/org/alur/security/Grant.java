package org.alur.security;

import java.util.List;
import java.util.stream.Stream;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a role may do with a resource of the engine.
 *
 * @param resourceId one of the resources, or {@code *} for all
 */
record Grant(Role role, Resource resource, String resourceId, List<Permission> permissions) {

  static Grant onAll(Role role, Resource resource, Permission... permissions) {
    return new Grant(role, resource, Authorization.ANY, List.of(permissions));
  }

  static Grant on(String resourceId, Role role, Resource resource, Permission... permissions) {
    return new Grant(role, resource, resourceId, List.of(permissions));
  }

  /** This grant with the permissions of another one on the same resource. */
  Grant with(Grant other) {
    return new Grant(
        role,
        resource,
        resourceId,
        Stream.concat(permissions.stream(), other.permissions.stream()).distinct().toList());
  }
}
