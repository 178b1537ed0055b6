package org.alur.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks user and password against the engine's users. */
@Component
class EngineLogin implements AuthenticationProvider {

  private final EngineAccounts accounts;

  EngineLogin(EngineAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    Object password = request.getCredentials();
    if (password == null) {
      throw refused();
    }
    return accounts
        .verified(request.getName(), password.toString())
        .orElseThrow(EngineLogin::refused);
  }

  // One answer for unknown users, wrong passwords and locked users: a stranger learns nothing.
  private static BadCredentialsException refused() {
    return new BadCredentialsException("User or password is wrong, or the user is locked.");
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
