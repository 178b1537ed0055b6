package org.alur.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoWelcomeTest {

  @Test
  void it_names_the_addresses_and_the_people() {
    assertThat(DemoWelcome.text("http://localhost:8080"))
        .contains(
            "http://localhost:8080/camunda/app/tasklist/",
            "http://localhost:8080/camunda/app/cockpit/",
            "http://localhost:8080/cases",
            "http://localhost:8080/swagger-ui.html",
            "ida",
            "sari",
            "wulan",
            "budi",
            "admin")
        .doesNotContain("{0}");
  }
}
