package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AlurTest
class LoginTest {

  private static final String PASSWORD = "Payung-Biru-3";

  @LocalServerPort int port;
  @Autowired IdentityService identity;

  @BeforeEach
  void there_is_a_caseworker() {
    People.add(identity, "lilis", PASSWORD, "caseworker");
  }

  @AfterEach
  void nobody_is_left_behind() {
    identity.deleteUser("lilis");
    assertThat(identity.getCurrentAuthentication()).isNull();
  }

  @Test
  void a_program_comes_in_with_user_and_password() {
    Visitor program = Visitor.program(port, "lilis", PASSWORD);
    assertThat(program.get("/api/me").body())
        .startsWith("{\"id\":\"lilis\",\"roles\":[\"caseworker\"],\"teams\":[]");
    assertThat(program.get("/engine-rest/process-definition/count").statusCode()).isEqualTo(200);
    assertThat(program.get("/v3/api-docs").statusCode()).isEqualTo(200);
    assertThat(program.get("/actuator/prometheus").statusCode()).isIn(200, 404);
  }

  @Test
  void the_interfaces_start_no_session() {
    var answer = Visitor.program(port, "lilis", PASSWORD).get("/api/me");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_refused_alike() {
    var wrong = Visitor.program(port, "lilis", "Payung-Biru-4").get("/api/me");
    var unknown = Visitor.program(port, "nobody", PASSWORD).get("/api/me");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body()).contains("Log in first");
  }

  @Test
  void guessing_passwords_locks_the_user_for_a_while() {
    Visitor.program(port, "lilis", "guess-1").get("/api/me");
    Visitor.program(port, "lilis", "guess-2").get("/api/me");
    assertThat(Visitor.program(port, "lilis", PASSWORD).get("/api/me").statusCode()).isEqualTo(401);
    identity.unlockUser("lilis");
    assertThat(Visitor.program(port, "lilis", PASSWORD).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_changed_password_and_a_deleted_user_count_at_once() {
    Visitor program = Visitor.program(port, "lilis", PASSWORD);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(200);
    var user = identity.createUserQuery().userId("lilis").singleResult();
    user.setPassword("Payung-Hijau-9");
    identity.saveUser(user);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(401);
    Visitor changed = Visitor.program(port, "lilis", "Payung-Hijau-9");
    identity.unlockUser("lilis");
    assertThat(changed.get("/api/me").statusCode()).isEqualTo(200);
    identity.deleteUser("lilis");
    assertThat(changed.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void the_login_of_the_web_applications_opens_the_interface_too() {
    Visitor browser = Visitor.browser(port, "lilis", PASSWORD);
    var answer = browser.get("/api/me");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("lilis", "caseworker");
    assertThat(answer.headers().firstValue("X-XSRF-TOKEN")).contains(browser.cookie("XSRF-TOKEN"));
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && cookie.contains("Path=/"));
    assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(401);
  }

  /** A session id that changed with an answer would log out the other requests of the page. */
  @Test
  void a_page_may_ask_for_several_things_at_once() {
    var answer = Visitor.browser(port, "lilis", PASSWORD).get("/api/me");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID="));
  }

  @Test
  void a_deleted_user_has_no_session_any_more() {
    Visitor browser = Visitor.browser(port, "lilis", PASSWORD);
    identity.deleteUser("lilis");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_changes_nothing_without_its_token() {
    Visitor browser = Visitor.browser(port, "lilis", PASSWORD);
    String token = browser.cookie("XSRF-TOKEN");
    assertThat(browser.with("X-XSRF-TOKEN", null).send("POST", "/api/me", "{}").statusCode())
        .isEqualTo(403);
    assertThat(browser.with("X-XSRF-TOKEN", "guess").send("POST", "/api/me", "{}").statusCode())
        .isEqualTo(403);
    // With the token the request gets through; there is just nothing to post to.
    assertThat(browser.with("X-XSRF-TOKEN", token).send("POST", "/api/me", "{}").statusCode())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "about:blank", "%%"})
  void the_page_of_another_site_changes_nothing(String origin) {
    Visitor program = Visitor.program(port, "lilis", PASSWORD).with("Origin", origin);
    assertThat(program.send("POST", "/engine-rest/task", "{}").statusCode()).isEqualTo(403);
    assertThat(program.send("POST", "/api/me", "{}").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:{port}", "file://"})
  void own_pages_and_the_modeler_get_through(String origin) {
    Visitor program =
        Visitor.program(port, "lilis", PASSWORD)
            .with("Origin", origin.replace("{port}", Integer.toString(port)));
    assertThat(program.send("POST", "/engine-rest/task/count", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void scripts_in_pages_get_no_password_box() {
    Visitor script = Visitor.stranger(port).with("Sec-Fetch-Mode", "cors");
    assertThat(script.get("/api/me").headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(Visitor.stranger(port).get("/api/me").headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"Alur\", charset=\"UTF-8\"");
  }

  @Test
  void the_set_up_of_the_engine_is_closed_even_without_an_administrator() {
    List<String> administrators =
        identity.createUserQuery().memberOfGroup("camunda-admin").list().stream()
            .map(org.camunda.bpm.engine.identity.User::getId)
            .toList();
    administrators.forEach(user -> identity.deleteMembership(user, "camunda-admin"));
    try {
      Visitor stranger = Visitor.stranger(port);
      stranger.get("/camunda/app/welcome/default/");
      stranger.with("X-XSRF-TOKEN", stranger.cookie("XSRF-TOKEN"));
      String attack =
          """
          {"profile": {"id": "mallory", "firstName": "M", "lastName": "M"},
           "credentials": {"password": "Mallory-2026!"}}
          """;
      for (String path :
          List.of(
              "/camunda/api/admin/setup/default/user/create",
              "/camunda/api/admin/%73etup/default/user/create",
              "/camunda/api/admin/setup/default/user/create/",
              "/camunda/api/admin/setup;x=1/default/user/create",
              "/camunda/api/admin//setup/default/user/create")) {
        assertThat(stranger.send("POST", path, attack).statusCode())
            .as(path)
            .isIn(400, 401, 403, 404);
      }
      assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    } finally {
      administrators.forEach(user -> identity.createMembership(user, "camunda-admin"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness"})
  void the_health_is_open(String path) {
    assertThat(Visitor.stranger(port).get(path).statusCode()).isIn(200, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/prometheus",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/v3/api-docs",
        "/v3/api-docs/swagger-config",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/engine-rest",
        "/engine-rest/",
        "/engine-rest/engine",
        "/api",
        "/unknown",
        "/webjars/anything"
      })
  void everything_else_is_closed(String path) {
    assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cases", "/cases/SR-2026-000001", "/request/social-rehabilitation"})
  void pages_without_data_are_open(String path) {
    assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_not_named_is_closed_for_those_who_are_logged_in_as_well() {
    Visitor program = Visitor.program(port, "lilis", PASSWORD);
    assertThat(program.get("/actuator/env").statusCode()).isIn(401, 403);
    assertThat(program.get("/actuator/heapdump").statusCode()).isIn(401, 403);
  }

  @Test
  void pages_load_only_code_of_their_own() {
    assertThat(Visitor.stranger(port).get("/").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
  }
}
