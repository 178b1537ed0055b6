package org.alur.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closed by default: what needs no login is listed, everything else needs one or is denied. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final RequestMatcher ENGINE = paths("/engine-rest", "/engine-rest/**");
  private static final RequestMatcher HEALTH =
      paths("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
  private static final RequestMatcher INTERFACES =
      paths(
          "/api",
          "/api/**",
          "/actuator/prometheus",
          "/v3/api-docs",
          "/v3/api-docs.yaml",
          "/v3/api-docs/**",
          "/swagger-ui.html",
          "/swagger-ui/**");
  private static final RequestMatcher WEB_APPLICATIONS = paths("/camunda", "/camunda/**");

  /** Would make an administrator of anyone while there is none (CVE-2026-77226). */
  private static final RequestMatcher SETUP =
      paths("/camunda/api/admin/setup", "/camunda/api/admin/setup/**");

  /** Pages without data. */
  private static final RequestMatcher PAGES =
      paths(
          "/",
          "/index.html",
          "/request/**",
          "/cases",
          "/cases/**",
          "/caseloads",
          "/absences",
          "/alur/**",
          "/favicon.ico",
          "/error");

  private static final String PAGES_LOAD_ONLY_OWN_CODE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final boolean https;

  WebSecurity(@Value("${alur.https:false}") boolean https) {
    this.https = https;
  }

  /** The engine's interface, for programs: user and password with each request. */
  @Bean
  @Order(1)
  SecurityFilterChain engineInterface(
      HttpSecurity http, EngineLogin login, IdentityService identity) throws Exception {
    return withUserAndPassword(http.securityMatcher(ENGINE), login, identity).build();
  }

  /** Alur's own interface, for programs and for pages of a person who is logged in. */
  @Bean
  @Order(2)
  SecurityFilterChain ownInterface(
      HttpSecurity http,
      EngineLogin login,
      IdentityService identity,
      EngineAccounts accounts,
      @Value("${camunda.bpm.webapp.application-path:/camunda}") String webApplications,
      @Value("${camunda.bpm.process-engine-name:default}") String engineName)
      throws Exception {
    SessionToken token = new SessionToken(https, webApplications);
    return withUserAndPassword(http.securityMatcher(INTERFACES), login, identity)
        .addFilterBefore(
            new WebApplicationLogin(accounts, token, engineName), BasicAuthenticationFilter.class)
        .build();
  }

  private HttpSecurity withUserAndPassword(
      HttpSecurity http, EngineLogin login, IdentityService identity) throws Exception {
    return withoutSessions(http)
        .authenticationProvider(login)
        .httpBasic(basic -> basic.authenticationEntryPoint(new LoginRequired()))
        .exceptionHandling(refused -> refused.authenticationEntryPoint(new LoginRequired()))
        .headers(this::onlyByHttps)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new SameOriginOnly(), BasicAuthenticationFilter.class)
        .addFilterAfter(new ActAsUser(identity), AuthorizationFilter.class);
  }

  /** The web applications, which have a login, tokens and headers of their own. */
  @Bean
  @Order(3)
  SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
    return withoutSessions(http.securityMatcher(WEB_APPLICATIONS))
        .headers(
            headers -> onlyByHttps(headers.defaultsDisabled().contentTypeOptions(withDefaults())))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(SETUP).denyAll().anyRequest().permitAll())
        .build();
  }

  /** Pages without data, the health of the application, and nothing else. */
  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return withoutSessions(http)
        .exceptionHandling(refused -> refused.authenticationEntryPoint(new LoginRequired()))
        .headers(
            headers -> {
              onlyByHttps(headers);
              headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
              headers.contentSecurityPolicy(
                  policy -> policy.policyDirectives(PAGES_LOAD_ONLY_OWN_CODE));
            })
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PAGES, HEALTH)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** SameOriginOnly and the session's token protect against forged requests, not Spring's own. */
  private static HttpSecurity withoutSessions(HttpSecurity http) throws Exception {
    return http.sessionManagement(
            session ->
                session
                    .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    // The session is the web applications', which renew it at login. Renewed with
                    // each request, a page that asks for two things at once would be logged out.
                    .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }

  private void onlyByHttps(HeadersConfigurer<HttpSecurity> headers) {
    if (https) {
      // Behind a proxy that ends TLS each request looks like plain HTTP.
      headers.httpStrictTransportSecurity(
          hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }

  private static RequestMatcher paths(String... patterns) {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        Arrays.stream(patterns).map(builder::matcher).map(RequestMatcher.class::cast).toList());
  }
}
