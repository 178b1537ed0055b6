package org.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AlurTest
class ListsWithAnEndTest {

  private static final String COCKPIT = "/camunda/api/engine/engine/default/process-definition";
  private static final String VERSIONS =
      "?key=social-rehabilitation&sortBy=version&sortOrder=desc&withoutTenantId=true";

  @LocalServerPort int port;

  @Test
  void cockpit_gets_the_versions_of_a_process_without_saying_how_many() {
    var answer = manager().get(COCKPIT + VERSIONS);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"key\":\"social-rehabilitation\"");
  }

  @Test
  void what_is_not_a_list_and_what_says_where_it_ends_is_answered_as_before() {
    assertThat(manager().get(COCKPIT + "/key/intake").body()).contains("\"key\":\"intake\"");
    assertThat(manager().get(COCKPIT + "?maxResults=1&sortBy=key&sortOrder=asc").body())
        .containsOnlyOnce("\"key\":");
  }

  @Test
  void programs_have_to_say_where_a_list_ends() {
    var answer = Visitor.program(port, "maya", "maya").get("/engine-rest/process-definition");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("unbound number of results");
  }

  private Visitor manager() {
    return Visitor.browser(port, "maya", "maya");
  }
}
