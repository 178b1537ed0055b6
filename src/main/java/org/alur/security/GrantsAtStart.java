package org.alur.security;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the grants of the roles in the engine up to date before the first request. What an
 * administrator grants to other groups, to users or on single resources stays.
 */
@Component
class GrantsAtStart implements SmartInitializingSingleton {

  /** Any number that nothing else locks. */
  private static final long LOCK = 7_204_001;

  private final AuthorizationService authorizations;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  GrantsAtStart(
      AuthorizationService authorizations,
      JdbcClient database,
      PlatformTransactionManager transactions) {
    this.authorizations = authorizations;
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          // Two nodes that start at once would both create the same grant.
          database.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
          RoleGrants.all().forEach(this::bringUpToDate);
        });
  }

  private void bringUpToDate(Grant grant) {
    Authorization present =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(grant.role().key())
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .resourceType(grant.resource())
            .resourceId(grant.resourceId())
            .singleResult();
    Authorization authorization = present == null ? create(grant) : present;
    Permission[] permissions = grant.permissions().toArray(Permission[]::new);
    if (present == null || !hasExactly(present, permissions)) {
      authorization.setPermissions(permissions);
      authorizations.saveAuthorization(authorization);
    }
  }

  private Authorization create(Grant grant) {
    Authorization created = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    created.setGroupId(grant.role().key());
    created.setResource(grant.resource());
    created.setResourceId(grant.resourceId());
    return created;
  }

  private boolean hasExactly(Authorization present, Permission... permissions) {
    Authorization wanted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    wanted.setResourceType(present.getResourceType());
    wanted.setPermissions(permissions);
    return bits(wanted) == bits(present);
  }

  private static int bits(Authorization authorization) {
    return ((AuthorizationEntity) authorization).getPermissions();
  }
}
