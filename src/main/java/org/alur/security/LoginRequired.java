package org.alur.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers whoever is not logged in. */
final class LoginRequired implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    // A script in a page gets no challenge: the browser would show its own password box over the
    // page and then send the password along by itself.
    String mode = request.getHeader("Sec-Fetch-Mode");
    if (mode == null || mode.equals("navigate")) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Alur\", charset=\"UTF-8\"");
    }
    Problems.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "Log in first: in Tasklist, or with user and password (HTTP Basic).");
  }
}
