package org.alur.security;

import java.net.InetAddress;
import org.alur.database.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Refuses to let the network in while the demo users are there, whose passwords all know. */
@Component
class ListeningCheck implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

  private final ServerProperties server;
  private final boolean demo;

  ListeningCheck(ServerProperties server, @Value("${alur.demo:false}") boolean demo) {
    this.server = server;
    this.demo = demo;
  }

  @Override
  public void customize(ConfigurableWebServerFactory factory) {
    InetAddress address = server.getAddress();
    boolean isLocal = address != null && address.isLoopbackAddress();
    if (demo && !isLocal) {
      throw new StartRefused(
          "Alur does not open itself to the network (SERVER_ADDRESS) with the demo users, whose"
              + " passwords everybody knows.",
          "Set SPRING_DATASOURCE_URL, ALUR_ADMIN_USER and ALUR_ADMIN_PASSWORD to run it for real,"
              + " or remove SERVER_ADDRESS.");
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
