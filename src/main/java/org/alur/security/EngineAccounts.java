package org.alur.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The users of the engine and their groups, as they are now. */
@Component
class EngineAccounts {

  private final IdentityService identity;
  private final VerifiedPasswords verified = new VerifiedPasswords();

  EngineAccounts(IdentityService identity) {
    this.identity = identity;
  }

  /** The login of a user whom somebody else has verified; empty if the user is gone. */
  Optional<Authentication> trusted(String userId) {
    return find(userId).map(user -> login(user.getId()));
  }

  /** The login of a user who knows the password; empty in all other cases. */
  Optional<Authentication> verified(String userId, String password) {
    return find(userId)
        .filter(user -> isPasswordOf(user, password))
        .map(user -> login(user.getId()));
  }

  private boolean isPasswordOf(UserEntity user, String password) {
    String stored = user.getPassword();
    if (stored == null) {
      return false;
    }
    if (verified.contains(user.getId(), password, stored)) {
      return true;
    }
    // The engine also counts failures and delays the next try.
    if (!identity.checkPassword(user.getId(), password)) {
      return false;
    }
    verified.add(user.getId(), password, stored);
    return true;
  }

  private Optional<UserEntity> find(String userId) {
    return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
        .map(UserEntity.class::cast);
  }

  private Authentication login(String userId) {
    List<SimpleGrantedAuthority> groups =
        identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
            .map(Group::getId)
            .map(SimpleGrantedAuthority::new)
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(userId, "", groups);
  }
}
