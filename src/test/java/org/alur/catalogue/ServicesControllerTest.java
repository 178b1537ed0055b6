package org.alur.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue as other programs read it. */
@AlurTest
class ServicesControllerTest {

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  @Test
  void the_catalogue_lists_fields_with_their_services() throws Exception {
    var answer =
        Visitor.program(port, AlurTest.ADMINISTRATOR, AlurTest.ADMINISTRATOR_PASSWORD)
            .get("/api/services");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

    var fields = json.readTree(answer.body());
    assertThat(keys(fields))
        .containsExactly(
            "social-rehabilitation", "social-protection", "social-security", "social-empowerment");
    var rehabilitation = fields.get(0);
    assertThat(rehabilitation.path("code").asText()).isEqualTo("SR");
    assertThat(rehabilitation.path("name").asText()).isEqualTo("Social rehabilitation");
    assertThat(rehabilitation.path("open").asBoolean()).isTrue();
    assertThat(keys(rehabilitation.path("services"))).contains("family-casework", "child-guidance");
    assertThat(rehabilitation.path("services"))
        .allSatisfy(
            service -> {
              assertThat(service.path("name").asText()).isNotBlank();
              assertThat(service.path("description").asText()).isNotBlank();
            });
  }

  @Test
  void the_catalogue_is_not_for_strangers() {
    assertThat(Visitor.stranger(port).get("/api/services").statusCode()).isEqualTo(401);
  }

  private static List<String> keys(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("key").asText())
        .toList();
  }
}
