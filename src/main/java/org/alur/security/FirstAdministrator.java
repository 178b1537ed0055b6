package org.alur.security;

import org.alur.database.StartRefused;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Makes sure that somebody can administer an Alur without demo users: the administrator that the
 * environment names, unless there is one already.
 */
@Component
@ConditionalOnProperty(name = "alur.demo", havingValue = "false", matchIfMissing = true)
class FirstAdministrator implements SmartInitializingSingleton {

  private static final String GROUP = Role.CAMUNDA_ADMIN.key();

  private final IdentityService identity;
  private final String userId;
  private final String password;

  FirstAdministrator(
      IdentityService identity,
      @Value("${alur.admin.user:}") String userId,
      @Value("${alur.admin.password:}") String password) {
    this.identity = identity;
    this.userId = userId;
    this.password = password;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (identity.createUserQuery().memberOfGroup(GROUP).count() > 0) {
      return;
    }
    if (userId.isBlank() || password.isBlank()) {
      throw new StartRefused(
          "Alur has no administrator yet.",
          "Set ALUR_ADMIN_USER and ALUR_ADMIN_PASSWORD to the one that is to be created.");
    }
    ensureGroup();
    ensureUser();
    identity.createMembership(userId, GROUP);
  }

  private void ensureGroup() {
    if (identity.createGroupQuery().groupId(GROUP).count() == 0) {
      Group group = identity.newGroup(GROUP);
      group.setName("Administrators");
      group.setType("ROLE");
      identity.saveGroup(group);
    }
  }

  private void ensureUser() {
    if (identity.createUserQuery().userId(userId).count() > 0) {
      return;
    }
    User user = identity.newUser(userId);
    user.setFirstName("Administrator");
    user.setLastName("");
    user.setPassword(password);
    if (!identity.checkPasswordAgainstPolicy(password, user).isValid()) {
      throw new StartRefused(
          "ALUR_ADMIN_PASSWORD is too weak.",
          "Choose one of at least ten characters with small and capital letters, a digit and a"
              + " special character, without the name of the user.");
    }
    identity.saveUser(user);
  }
}
