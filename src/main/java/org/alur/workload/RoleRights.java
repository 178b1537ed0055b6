package org.alur.workload;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine, whatever the task: which applications it opens, which
 * processes it starts, who deploys.
 */
@Component
class RoleRights {

  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> WATCHERS =
      EnumSet.of(Role.MANAGER, Role.ANALYST, Role.AUDITOR, Role.CAMUNDA_ADMIN);
  private static final String ANY = Authorization.ANY;

  private final AuthorizationService authorisations;

  RoleRights(AuthorizationService authorisations) {
    this.authorisations = authorisations;
  }

  /** Grants what is missing; what an administrator granted beyond it stays. */
  void keep() {
    EVERYBODY.forEach(this::letWork);
    WATCHERS.forEach(this::letWatch);
    letStart(Role.INTAKE_OFFICER);
    grant(Role.ANALYST, Resources.DEPLOYMENT, ANY, CREATE, READ);
    administer(Role.CAMUNDA_ADMIN);
  }

  /** Colleagues' names and the pictures of processes are no secret within the agency. */
  private void letWork(Role role) {
    grant(role, Resources.APPLICATION, "welcome", ACCESS);
    grant(role, Resources.APPLICATION, "tasklist", ACCESS);
    grant(role, Resources.PROCESS_DEFINITION, ANY, READ);
    grant(role, Resources.DECISION_DEFINITION, ANY, READ);
    grant(role, Resources.USER, ANY, READ);
    grant(role, Resources.GROUP, ANY, READ);
  }

  /** Cockpit shows where cases are; what they are is not in the engine. */
  private void letWatch(Role role) {
    grant(role, Resources.APPLICATION, "cockpit", ACCESS);
    grant(
        role,
        Resources.PROCESS_DEFINITION,
        ANY,
        READ,
        READ_INSTANCE,
        READ_INSTANCE_VARIABLE,
        READ_HISTORY,
        READ_HISTORY_VARIABLE);
    grant(role, Resources.DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
    grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
    grant(role, Resources.DEPLOYMENT, ANY, READ);
  }

  private void letStart(Role role) {
    Arrays.stream(Field.values())
        .forEach(
            field -> grant(role, Resources.PROCESS_DEFINITION, field.key(), READ, CREATE_INSTANCE));
    grant(role, Resources.PROCESS_INSTANCE, ANY, CREATE);
  }

  private void administer(Role role) {
    for (var resource : EnumSet.complementOf(EnumSet.of(Resources.TASK, Resources.HISTORIC_TASK))) {
      grant(role, resource, ANY, ALL);
    }
  }

  private void grant(Role role, Resource resource, String id, Permission... permissions) {
    var grant =
        authorisations
            .createAuthorizationQuery()
            .groupIdIn(role.key())
            .resourceType(resource)
            .resourceId(id)
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .singleResult();
    if (grant == null) {
      grant = authorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(role.key());
      grant.setResource(resource);
      grant.setResourceId(id);
    } else if (Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) {
      return;
    }
    Arrays.stream(permissions).forEach(grant::addPermission);
    authorisations.saveAuthorization(grant);
  }
}
