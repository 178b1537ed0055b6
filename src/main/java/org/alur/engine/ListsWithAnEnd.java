package org.alur.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine refuses to read lists without an end, but Cockpit asks for some without saying where
 * they end, and then shows nothing. What it does not say is said here: as many as are allowed.
 */
@Component
final class ListsWithAnEnd extends OncePerRequestFilter {

  private static final String PARAMETER = "maxResults=";

  private final String applications;
  private final ProcessEngineConfigurationImpl engine;

  ListsWithAnEnd(
      @Value("${camunda.bpm.webapp.application-path:/camunda}") String applications,
      ProcessEngineConfigurationImpl engine) {
    this.applications = applications + "/api/";
    this.engine = engine;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String query = request.getQueryString();
    return !request.getRequestURI().startsWith(request.getContextPath() + applications)
        || (query != null && query.contains(PARAMETER));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Not known before the engine has started, which is after this filter.
    String limit = PARAMETER + engine.getQueryMaxResultsLimit();
    chain.doFilter(new WithLimit(request, limit), response);
  }

  private static final class WithLimit extends HttpServletRequestWrapper {

    private final String limit;

    WithLimit(HttpServletRequest request, String limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public String getQueryString() {
      @Nullable String query = super.getQueryString();
      return query == null || query.isEmpty() ? limit : query + "&" + limit;
    }
  }
}
