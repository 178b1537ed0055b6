package org.alur.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to go and as whom to log in. */
@Component
@Profile("demo")
class DemoWelcome {

  private static final Logger LOG = LoggerFactory.getLogger(DemoWelcome.class);

  private static final String TEXT =
      """


        Alur is ready, with made-up people and cases.

          Start page   {0}/
          Tasklist     {0}/camunda/app/tasklist/
          Cases        {0}/cases
          Cockpit      {0}/camunda/app/cockpit/
          Interfaces   {0}/swagger-ui.html

        The password is the user name. North team / south team:
          intake officer   ida / tono
          caseworker       sari / joko
          welfare staff    wulan / joko
          supervisor       budi / wati
          agency head      hasan / ratna
          finance officer  fitri / nina
        For all: clinician indra, court liaison lukman, volunteer dewi,
          manager maya, analyst agus, auditor rina, administrator admin
      """;

  private final ServletWebServerApplicationContext application;

  DemoWelcome(ServletWebServerApplicationContext application) {
    this.application = application;
  }

  @EventListener(ApplicationReadyEvent.class)
  void welcome() {
    LOG.info(text("http://localhost:" + application.getWebServer().getPort()));
  }

  static String text(String address) {
    return TEXT.replace("{0}", address);
  }
}
