package org.alur.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that the page of another site asks for. A browser that once asked for user and
 * password sends them with such requests too, so Basic alone is no protection.
 */
final class SameOriginOnly extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (READING.contains(request.getMethod()) || origin == null || isOurs(origin, request)) {
      chain.doFilter(request, response);
      return;
    }
    Problems.write(
        response, HttpStatus.FORBIDDEN, "The page of another site may not change anything here.");
  }

  private static boolean isOurs(String origin, HttpServletRequest request) {
    // Desktop programs such as the Modeler; no web page has this origin.
    if (origin.startsWith("file:")) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
              || authority.equalsIgnoreCase(nameBehindProxy(request)));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  /** What the proxy in front calls us, if server.forward-headers-strategy lets it say so. */
  private static String nameBehindProxy(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean isUsual = port == (request.isSecure() ? 443 : 80);
    return isUsual ? request.getServerName() : request.getServerName() + ":" + port;
  }
}
