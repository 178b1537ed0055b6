package org.alur.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A real PostgreSQL that needs no installation: it survives restarts and the sudden death of Alur,
 * and listens on the loopback interface only.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private final DataDirectory directory;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server) {
    this.directory = directory;
    this.server = server;
  }

  /** Starts the server, or refuses in one sentence without having touched anything. */
  static EmbeddedDatabase start(DatabaseSettings settings) {
    refuseRootWithoutNamespaces();
    DataDirectory directory = DataDirectory.claim(settings);
    try {
      directory.stopOrphan();
      refuseTakenPort(settings);
      EmbeddedPostgres server = launch(settings);
      return new EmbeddedDatabase(directory, server);
    } catch (IOException cause) {
      directory.close();
      throw new UncheckedIOException("The embedded PostgreSQL did not start.", cause);
    } catch (RuntimeException refusal) {
      directory.close();
      throw refusal;
    }
  }

  private static EmbeddedPostgres launch(DatabaseSettings settings) throws IOException {
    File programs = settings.programs().toFile();
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(settings.dataDirectory())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs)
            .setPort(settings.port())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setRegisterShutdownHook(false)
            // The library starts PostgreSQL without any of the three; a case file needs them all.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .start();
    onlyForOwner(programs);
    return server;
  }

  /**
   * The library makes the directory of the programs writable for everybody. It does not make one at
   * all if it has unpacked the programs for another server of this JVM already.
   */
  private static void onlyForOwner(File programs) {
    boolean done =
        !programs.exists()
            || (programs.setWritable(false, false) && programs.setWritable(true, true));
    if (!done) {
      throw new StartRefused(
          "The directory " + programs + " could not be protected.",
          "Check who owns it and start again.");
    }
  }

  private static void refuseTakenPort(DatabaseSettings settings) {
    if (isFree(settings.port())) {
      return;
    }
    String who =
        dataDirectoryAt(settings.port())
            .map(path -> "the database in " + path)
            .orElse("another program");
    throw new StartRefused(
        "Port %d, where Alur keeps its database, is in use by %s.".formatted(settings.port(), who),
        "Stop that one, or choose another port with ALUR_DATABASE_PORT. Nothing was changed.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static Optional<Path> dataDirectoryAt(int port) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=3&socketTimeout=3".formatted(port);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show data_directory")) {
      answer.next();
      return Optional.of(Path.of(answer.getString(1)));
    } catch (SQLException notOurs) {
      return Optional.empty();
    }
  }

  /** PostgreSQL refuses to run as root; the library gets round it with a user namespace. */
  private static void refuseRootWithoutNamespaces() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (linux && new UnixSystem().getUid() == 0 && !namespacesWork()) {
      throw new StartRefused(
          "PostgreSQL does not run as root, and this machine does not allow user namespaces.",
          "Start Alur as an ordinary user, or give it a database with SPRING_DATASOURCE_URL.");
    }
  }

  private static boolean namespacesWork() {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String jdbcUrl() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
    directory.close();
  }
}
