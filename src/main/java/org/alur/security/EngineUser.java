package org.alur.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The user whom the engine works for in this thread, whichever way the request came. */
@Component
class EngineUser implements CurrentUser {

  private final IdentityService identity;

  EngineUser(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Optional<String> find() {
    return authentication().map(Authentication::getUserId);
  }

  @Override
  public Set<Role> roles() {
    return groups().stream()
        .flatMap(group -> Role.ofKey(group).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> teams() {
    return groups().stream()
        .filter(group -> Role.ofKey(group).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> groups() {
    return authentication()
        .flatMap(authentication -> Optional.ofNullable(authentication.getGroupIds()))
        .orElse(List.of());
  }

  private Optional<Authentication> authentication() {
    return Optional.ofNullable(identity.getCurrentAuthentication());
  }
}
