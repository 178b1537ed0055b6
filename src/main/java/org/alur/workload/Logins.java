package org.alur.workload;

import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** The passwords of workers. */
@Component
public class Logins {

  private final IdentityServiceImpl identity;
  private final WithoutRights withoutRights;

  Logins(IdentityService identity, WithoutRights withoutRights) {
    this.identity = (IdentityServiceImpl) identity;
    this.withoutRights = withoutRights;
  }

  /**
   * Lets a worker log in with a password that the rules for passwords would refuse: for
   * demonstrations only.
   */
  public void allowSimple(String userId, String password) {
    withoutRights.run(
        () -> {
          var user = identity.createUserQuery().userId(userId).singleResult();
          if (user == null) {
            throw new IllegalArgumentException("There is no user " + userId + ".");
          }
          user.setPassword(password);
          identity.saveUser(user, true);
        });
  }
}
