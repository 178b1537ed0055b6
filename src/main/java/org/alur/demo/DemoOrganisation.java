package org.alur.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.alur.organisation.Organisation;
import org.alur.organisation.Organisation.Part;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.Logins;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the agency of the demo with its people, whose passwords are their user ids. Does nothing
 * when the agency is there already.
 */
@Component
@Profile("demo")
class DemoOrganisation {

  private static final String AGENCY = "dinsos-contoh";

  private final Organisation organisation;
  private final Workers workers;
  private final Logins logins;

  DemoOrganisation(Organisation organisation, Workers workers, Logins logins) {
    this.organisation = organisation;
    this.workers = workers;
    this.logins = logins;
  }

  /** Enters all of it or nothing. */
  @Transactional
  public void enter() throws IOException {
    if (organisation.hasAgency(AGENCY)) {
      return;
    }
    load(Part.REGIONS);
    load(Part.AGENCIES);
    load(Part.OFFICES);
    // A team and its supervisor refer to each other.
    organisation.load(
        Part.TEAMS, new StringReader(text(Part.TEAMS).replace("budi", "").replace("wati", "")));
    load(Part.WORKERS);
    load(Part.TEAMS);
    workers.list().stream().map(Worker::userId).forEach(user -> logins.allowSimple(user, user));
  }

  /** Enters more caseworkers: two could not carry the cases of the demo. */
  @Transactional
  public void enterColleagues() throws IOException {
    var known = workers.list().stream().map(Worker::userId).toList();
    organisation.load(Part.WORKERS, new StringReader(text("colleagues")));
    workers.list().stream()
        .map(Worker::userId)
        .filter(user -> !known.contains(user))
        .forEach(user -> logins.allowSimple(user, user));
  }

  private void load(Part part) throws IOException {
    organisation.load(part, new StringReader(text(part)));
  }

  private static String text(Part part) throws IOException {
    return text(part.name().toLowerCase(Locale.ROOT));
  }

  private static String text(String name) throws IOException {
    var file = "demo/" + name + ".csv";
    return new ClassPathResource(file).getContentAsString(UTF_8);
  }
}
