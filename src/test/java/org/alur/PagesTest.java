package org.alur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@AlurTest
class PagesTest {

  private static final Pattern SCRIPT = Pattern.compile("/alur/assets/[\\w-]+\\.js");

  @Autowired TestRestTemplate browser;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/request/social-rehabilitation",
        "/cases",
        "/cases/SR-2026-000001",
        "/caseloads",
        "/absences"
      })
  void a_page_opens_without_login_because_it_holds_no_data(String address) {
    var page = browser.getForEntity(address, String.class);

    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(page.getBody()).contains("<title>Alur</title>").containsPattern(SCRIPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/alur/task-form.html",
        "/camunda/app/tasklist/scripts/config.js",
        "/camunda/app/tasklist/scripts/alur.js",
        "/camunda/app/tasklist/styles/user-styles.css"
      })
  void what_names_the_assets_is_fetched_anew_after_an_update(String address) {
    var answer = browser.getForEntity(address, String.class);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getHeaders().getCacheControl()).contains("no-store");
    assertThat(answer.getHeaders().getLastModified()).isEqualTo(-1);
  }

  @Test
  void the_form_host_of_tasklist_names_an_asset_that_browsers_may_keep() {
    var host = browser.getForEntity("/alur/task-form.html", String.class);

    var script = script(host);
    assertThat(script.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(script.getHeaders().getCacheControl()).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void the_banner_about_the_engines_end_of_life_greets_nobody(String application) {
    var styles =
        browser.getForEntity(
            "/camunda/app/" + application + "/styles/user-styles.css", String.class);

    assertThat(styles.getBody())
        .containsPattern("\\.ce-eol-banner\\s*\\{\\s*display:\\s*none;?\\s*}");
  }

  private ResponseEntity<String> script(ResponseEntity<String> page) {
    var matcher = SCRIPT.matcher(String.valueOf(page.getBody()));
    assertThat(matcher.find()).isTrue();
    return browser.getForEntity(matcher.group(), String.class);
  }
}
