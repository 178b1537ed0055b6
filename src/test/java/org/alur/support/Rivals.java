package org.alur.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees to it that transactions meet in the database, not by chance. */
public final class Rivals {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Rivals() {}

  /** Returns when so many transactions wait for a lock, and fails if they never do. */
  public static void await(JdbcClient database, long many) {
    var end = Instant.now().plus(PATIENCE);
    while (waiting(database) < many && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(waiting(database)).as("transactions that wait").isGreaterThanOrEqualTo(many);
  }

  private static long waiting(JdbcClient database) {
    return database
        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
        .query(Long.class)
        .single();
  }
}
