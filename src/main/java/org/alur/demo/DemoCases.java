package org.alur.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alur.engine.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays the cases of the demo from months ago up to now, through the same door as real work, with
 * the engine's clock moved to the time of each step. Does nothing when there are cases already.
 *
 * <p>All of it is one transaction: a start that is interrupted leaves nothing half, and the job
 * executor sees no timer before the clock is right again.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "alur.demo.cases", matchIfMissing = true)
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

  private final DemoOrganisation organisation;
  private final DemoPlayer player;
  private final Rehearsal rehearsal;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  DemoCases(
      DemoOrganisation organisation,
      DemoPlayer player,
      Rehearsal rehearsal,
      JdbcClient database,
      TransactionTemplate transaction) {
    this.organisation = organisation;
    this.player = player;
    this.rehearsal = rehearsal;
    this.database = database;
    this.transaction = transaction;
  }

  void enter() throws IOException {
    if (database.sql("SELECT EXISTS (SELECT FROM cases)").query(Boolean.class).single()) {
      return;
    }
    organisation.enterColleagues();
    List<DemoScript> scripts = DemoScript.all();
    long start = System.nanoTime();
    try {
      Instant now = rehearsal.now();
      transaction.executeWithoutResult(
          status -> scripts.forEach(script -> player.play(script, now)));
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      LOG.info("Entered {} made-up cases in {} s.", scripts.size(), seconds);
    } catch (RuntimeException e) {
      // Without them there is still something to try.
      LOG.error("The made-up cases could not be entered; Alur starts without them.", e);
    } finally {
      rehearsal.backToNow();
    }
  }
}
