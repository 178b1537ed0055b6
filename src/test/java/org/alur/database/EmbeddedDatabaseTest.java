package org.alur.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path data;
  private int port;

  @BeforeEach
  void choosePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void what_was_committed_is_there_after_a_restart_and_after_a_sudden_death()
      throws IOException, SQLException, InterruptedException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(port))) {
      execute(database, "create table kept (what text)");
      execute(database, "insert into kept values ('before the restart')");
    }
    long orphan = writeAndDieSuddenly();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(port))) {
      assertThat(read(database, "select string_agg(what, ', ') from kept"))
          .isEqualTo("before the restart, before the sudden death");
      assertThat(serverProcess()).isNotEqualTo(orphan);
      assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive)).isNotEqualTo(true);
    }
  }

  @Test
  void commits_are_durable() throws IOException, SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(port))) {
      assertThat(read(database, "show fsync")).isEqualTo("on");
      assertThat(read(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(read(database, "show full_page_writes")).isEqualTo("on");
      assertThat(read(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Path.of(read(database, "show data_directory")))
          .isEqualTo(settings(port).dataDirectory().toRealPath());
    }
  }

  @Test
  void the_same_data_are_not_opened_twice() throws IOException {
    try (EmbeddedDatabase running = EmbeddedDatabase.start(settings(port))) {
      assertThat(running.jdbcUrl()).contains(":" + port + "/");
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings(port)))
          .isInstanceOf(StartRefused.class)
          .hasMessageStartingWith("Alur is already running with the data in ");
    }
  }

  @Test
  void a_port_that_another_clones_database_uses_is_left_alone() throws IOException {
    DatabaseSettings other = new DatabaseSettings(data.resolve("other/postgresql"), port);
    try (EmbeddedDatabase running = EmbeddedDatabase.start(other)) {
      assertThat(running.jdbcUrl()).contains(":" + port + "/");
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings(port)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("is in use by the database in " + other.dataDirectory());
      assertThat(settings(port).dataDirectory()).doesNotExist();
    }
  }

  @Test
  void a_port_that_another_program_uses_is_left_alone() throws IOException {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings(taken.getLocalPort())))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("is in use by another program");
    }
  }

  @Test
  void data_of_another_major_version_are_not_touched() throws IOException {
    Path directory = Files.createDirectories(settings(port).dataDirectory());
    Files.writeString(directory.resolve("PG_VERSION"), "15\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(settings(port)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("were written by PostgreSQL 15; Alur uses PostgreSQL 17");
    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("PG_VERSION"));
  }

  @Test
  void a_data_directory_that_cannot_be_written_is_named() throws IOException {
    Files.createDirectories(data.resolve("data"));
    Files.writeString(data.resolve("data/postgresql"), "a file in the way");
    assertThatThrownBy(() -> EmbeddedDatabase.start(settings(port)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot write to its data directory");
  }

  /** Another process writes and is killed like by {@code kill -9}; its server lives on. */
  private long writeAndDieSuddenly() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                settings(port).directory().toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch("written"::equals)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return serverProcess();
  }

  /** Starts the database, writes a row and waits for its end. */
  static final class Victim {

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(
              new DatabaseSettings(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
      execute(database, "insert into kept values ('before the sudden death')");
      System.out.println("written");
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private DatabaseSettings settings(int serverPort) {
    return new DatabaseSettings(data.resolve("data/postgresql"), serverPort);
  }

  private long serverProcess() throws IOException {
    Path file = settings(port).dataDirectory().resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
