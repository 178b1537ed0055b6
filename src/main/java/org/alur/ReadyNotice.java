package org.alur;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in the log where Alur answers; the demo tells more than that. */
@Component
@Profile("!demo")
class ReadyNotice {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

  private final ServletWebServerApplicationContext application;

  ReadyNotice(ServletWebServerApplicationContext application) {
    this.application = application;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    LOG.info(
        "Alur is ready: open http://localhost:{}/ on this machine.",
        application.getWebServer().getPort());
  }
}
