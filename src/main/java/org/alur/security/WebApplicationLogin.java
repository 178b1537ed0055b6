package org.alur.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Accepts the login of the web applications, so that their plug-ins and Alur's own pages can call
 * the interface. A request that changes something has to carry the session's token, which only
 * pages of this site can read.
 */
final class WebApplicationLogin extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final EngineAccounts accounts;
  private final SessionToken token;
  private final String engineName;

  WebApplicationLogin(EngineAccounts accounts, SessionToken token, String engineName) {
    this.accounts = accounts;
    this.token = token;
    this.engineName = engineName;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    boolean hasBasic = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    Optional<Authentication> login = hasBasic ? Optional.empty() : login(session);
    if (session == null || login.isEmpty()) {
      chain.doFilter(request, response);
    } else if (READING.contains(request.getMethod())) {
      token.tell(response, session);
      continueAs(login.get(), request, response, chain);
    } else if (token.isCarriedBy(request, session)) {
      continueAs(login.get(), request, response, chain);
    } else {
      Problems.write(
          response,
          HttpStatus.FORBIDDEN,
          "The request lacks the token of your session. Reload the page and try again.");
    }
  }

  private Optional<Authentication> login(@Nullable HttpSession session) {
    if (session == null) {
      return Optional.empty();
    }
    var login =
        AuthenticationUtil.getAuthsFromSession(session)
            .getAuthenticationForProcessEngine(engineName);
    return Optional.ofNullable(login).flatMap(known -> accounts.trusted(known.getIdentityId()));
  }

  private static void continueAs(
      Authentication login,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(login);
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
