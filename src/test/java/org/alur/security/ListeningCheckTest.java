package org.alur.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.alur.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

class ListeningCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
  void the_demo_does_not_open_itself_to_the_network(String address) {
    assertThatThrownBy(() -> check(address, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("demo users");
  }

  @Test
  void the_demo_does_not_listen_everywhere_because_no_address_was_named() {
    assertThatThrownBy(
            () ->
                new ListeningCheck(new ServerProperties(), true)
                    .customize(new TomcatServletWebServerFactory()))
        .isInstanceOf(StartRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void the_demo_runs_on_this_machine(String address) {
    assertThatCode(() -> check(address, true)).doesNotThrowAnyException();
  }

  @Test
  void without_the_demo_alur_may_open_itself() {
    assertThatCode(() -> check("0.0.0.0", false)).doesNotThrowAnyException();
  }

  private static void check(String address, boolean demo) throws UnknownHostException {
    ServerProperties server = new ServerProperties();
    server.setAddress(InetAddress.getByName(address));
    new ListeningCheck(server, demo).customize(new TomcatServletWebServerFactory());
  }
}
