package org.alur.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/**
 * The token against forged requests that the web applications keep in the session. Their cookie can
 * be read below {@code /camunda} only; Alur's own pages get it with each answer.
 */
final class SessionToken {

  private static final String ATTRIBUTE = CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;
  private static final String HEADER = CsrfConstants.CSRF_TOKEN_HEADER_NAME;
  private static final String COOKIE = CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;

  private final boolean secure;
  private final String webApplications;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secure whether the cookie is for HTTPS only
   * @param webApplications the path of the web applications
   */
  SessionToken(boolean secure, String webApplications) {
    this.secure = secure;
    this.webApplications = webApplications;
  }

  /** Whether the request carries the token of its session. */
  boolean isCarriedBy(HttpServletRequest request, HttpSession session) {
    String sent = request.getHeader(HEADER);
    return session.getAttribute(ATTRIBUTE) instanceof String expected
        && sent != null
        && MessageDigest.isEqual(bytes(expected), bytes(sent));
  }

  /** Tells the token to the page that asked. */
  void tell(HttpServletResponse response, HttpSession session) {
    String token;
    synchronized (mutex(session)) {
      if (session.getAttribute(ATTRIBUTE) instanceof String present) {
        token = present;
      } else {
        token = create();
        session.setAttribute(ATTRIBUTE, token);
        // The web applications only set their cookie when they make the token themselves.
        response.addCookie(cookie(token, webApplications));
      }
    }
    response.setHeader(HEADER, token);
    response.addCookie(cookie(token, "/"));
  }

  private static Object mutex(HttpSession session) {
    Object shared = session.getAttribute(CsrfConstants.CSRF_SESSION_MUTEX);
    return shared == null ? session : shared;
  }

  private String create() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private Cookie cookie(String token, String path) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath(path);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
