package org.alur.security;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each role may do with the engine, apart from single tasks and filters. Nobody may delete
 * deployments, process instances or history, because a case must not end without a trace, and
 * nobody may work on all tasks or hand them out.
 */
final class RoleGrants {

  /** Those who do the work of cases, in Tasklist. */
  private static final Set<Role> WORKERS =
      EnumSet.of(
          Role.INTAKE_OFFICER,
          Role.CASEWORKER,
          Role.WELFARE_STAFF,
          Role.SUPERVISOR,
          Role.AGENCY_HEAD,
          Role.FINANCE_OFFICER,
          Role.COURT_LIAISON,
          Role.CLINICIAN,
          Role.VOLUNTEER);

  /**
   * Those who look at how the processes run, in Cockpit. They see which tasks wait for whom, else
   * its numbers would be wrong; what stands in the form of a task they do not.
   */
  private static final Set<Role> OBSERVERS =
      EnumSet.of(Role.MANAGER, Role.ANALYST, Role.AUDITOR, Role.CAMUNDA_ADMIN);

  private RoleGrants() {}

  static List<Grant> all() {
    List<Grant> grants = new ArrayList<>();
    for (Role role : Role.values()) {
      grants.add(Grant.onAll(role, GROUP, Permissions.READ));
      grants.add(
          role == Role.CAMUNDA_ADMIN
              ? Grant.onAll(role, USER, Permissions.ALL)
              : Grant.onAll(role, USER, Permissions.READ));
    }
    WORKERS.forEach(role -> work(role, grants));
    OBSERVERS.forEach(role -> observe(role, grants));
    startFields(grants);
    deploy(Role.ANALYST, grants);
    deploy(Role.CAMUNDA_ADMIN, grants);
    audit(grants);
    administer(grants);
    return List.copyOf(merged(grants));
  }

  private static void work(Role role, List<Grant> grants) {
    grants.add(Grant.on("tasklist", role, APPLICATION, Permissions.ACCESS));
    grants.add(Grant.onAll(role, PROCESS_DEFINITION, Permissions.READ));
  }

  /** Requests are taken at the front desk; everything else follows from them. */
  private static void startFields(List<Grant> grants) {
    Role role = Role.INTAKE_OFFICER;
    grants.add(Grant.onAll(role, PROCESS_INSTANCE, Permissions.CREATE));
    for (Field field : Field.values()) {
      grants.add(
          Grant.on(
              field.key(),
              role,
              PROCESS_DEFINITION,
              Permissions.READ,
              Permissions.CREATE_INSTANCE));
    }
  }

  private static void observe(Role role, List<Grant> grants) {
    grants.add(Grant.on("cockpit", role, APPLICATION, Permissions.ACCESS));
    grants.add(
        Grant.onAll(
            role,
            PROCESS_DEFINITION,
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_HISTORY));
    grants.add(Grant.onAll(role, TASK, Permissions.READ));
    grants.add(Grant.onAll(role, DECISION_DEFINITION, Permissions.READ));
    grants.add(Grant.onAll(role, DECISION_REQUIREMENTS_DEFINITION, Permissions.READ));
    grants.add(Grant.onAll(role, DEPLOYMENT, Permissions.READ));
  }

  private static void deploy(Role role, List<Grant> grants) {
    grants.add(Grant.onAll(role, DEPLOYMENT, Permissions.READ, Permissions.CREATE));
    grants.add(Grant.onAll(role, PROCESS_DEFINITION, ProcessDefinitionPermissions.RETRY_JOB));
  }

  private static void audit(List<Grant> grants) {
    grants.add(
        Grant.onAll(
            Role.AUDITOR,
            PROCESS_DEFINITION,
            ProcessDefinitionPermissions.READ_TASK_VARIABLE,
            ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
            ProcessDefinitionPermissions.READ_HISTORY_VARIABLE));
    grants.add(Grant.onAll(Role.AUDITOR, DECISION_DEFINITION, Permissions.READ_HISTORY));
    grants.add(
        Grant.onAll(
            Role.AUDITOR, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
  }

  /** Keeps users, rights and the engine running; works on no case. */
  private static void administer(List<Grant> grants) {
    Role role = Role.CAMUNDA_ADMIN;
    grants.add(Grant.on("admin", role, APPLICATION, Permissions.ACCESS));
    grants.add(Grant.onAll(role, GROUP, Permissions.ALL));
    grants.add(Grant.onAll(role, GROUP_MEMBERSHIP, Permissions.ALL));
    grants.add(Grant.onAll(role, AUTHORIZATION, Permissions.ALL));
    grants.add(Grant.onAll(role, SYSTEM, SystemPermissions.READ));
    grants.add(Grant.onAll(role, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
    grants.add(
        Grant.onAll(
            role,
            BATCH,
            BatchPermissions.READ,
            BatchPermissions.UPDATE,
            BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
            BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES));
    grants.add(
        Grant.onAll(
            role,
            PROCESS_DEFINITION,
            ProcessDefinitionPermissions.SUSPEND,
            ProcessDefinitionPermissions.SUSPEND_INSTANCE,
            ProcessDefinitionPermissions.MIGRATE_INSTANCE));
  }

  /** The engine keeps one grant for each role and resource. */
  private static List<Grant> merged(List<Grant> grants) {
    record Key(Role role, int resourceType, String resourceId) {}
    return grants.stream()
        .collect(
            Collectors.toMap(
                grant -> new Key(grant.role(), grant.resource().resourceType(), grant.resourceId()),
                grant -> grant,
                Grant::with,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
