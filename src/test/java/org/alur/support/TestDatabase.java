package org.alur.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** One PostgreSQL for all tests of a run; a fresh, empty database for whoever asks. */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Creates an empty database and returns its JDBC address. */
  public static String create() {
    String name = "test" + COUNT.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException cause) {
      throw new IllegalStateException("The test database could not be created.", cause);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        // After the applications, which still write while they close.
        SpringApplication.getShutdownHandlers().add(() -> stop(server));
        return server;
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }
}
