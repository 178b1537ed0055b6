package org.alur.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.alur.AlurApplication;
import org.alur.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts Alur where it cannot run. */
class StartTest {

  @TempDir Path directory;

  @Test
  void a_taken_database_port_is_one_sentence_and_a_non_zero_exit() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Start start =
          start(Map.of("ALUR_DATABASE_PORT", Integer.toString(taken.getLocalPort())), List.of());
      assertThat(start.output())
          .contains("Port " + taken.getLocalPort() + ", where Alur keeps its database, is in use")
          .contains("choose another port with ALUR_DATABASE_PORT")
          .doesNotContain("\tat ");
      assertThat(start.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void a_database_that_does_not_answer_is_one_sentence_and_a_non_zero_exit() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Start start =
        start(
            Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + free + "/alur"),
            List.of("--spring.datasource.hikari.initialization-fail-timeout=1"));
    assertThat(start.output())
        .contains("No PostgreSQL answers at the address in SPRING_DATASOURCE_URL.")
        .doesNotContain("\tat ");
    assertThat(start.exitCode()).isEqualTo(1);
  }

  @Test
  void a_wrong_database_password_is_one_sentence_and_is_not_repeated() throws Exception {
    String database = TestDatabase.create();
    letInOnlyWithPassword(database, "guarded", "Pintu-Kayu-5");
    Start start =
        start(
            Map.of(
                "SPRING_DATASOURCE_URL", database.replaceFirst("\\?.*", ""),
                "SPRING_DATASOURCE_USERNAME", "guarded",
                "SPRING_DATASOURCE_PASSWORD", "Pintu-Besi-6"),
            List.of());
    assertThat(start.output())
        .contains("The database refused the login.")
        .contains("Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.")
        .doesNotContain("Pintu-Besi-6")
        .doesNotContain("\tat ");
    assertThat(start.exitCode()).isEqualTo(1);
  }

  private static void letInOnlyWithPassword(String database, String user, String password)
      throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(database, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + user + " login password '" + password + "'");
      try (ResultSet answer = statement.executeQuery("show hba_file")) {
        answer.next();
        Path rules = Path.of(answer.getString(1));
        String rule = "host all " + user + " 127.0.0.1/32 scram-sha-256\n";
        Files.writeString(rules, rule + Files.readString(rules));
      }
      statement.execute("select pg_reload_conf()");
    }
  }

  record Start(int exitCode, String output) {}

  private Start start(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                AlurApplication.class.getName(),
                "--server.port=0"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(directory.toFile());
    builder.environment().remove("SPRING_DATASOURCE_URL");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output).isTrue();
      return new Start(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}
