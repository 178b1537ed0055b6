package org.alur.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why a given PostgreSQL does not let Alur in. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
    String state = cause.getSQLState();
    if (state == null) {
      return null;
    }
    return switch (state) {
      case "28P01", "28000", "08004" ->
          analysis(
              cause,
              "The database refused the login.",
              "Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
      case "3D000" ->
          analysis(
              cause,
              "The database that SPRING_DATASOURCE_URL names does not exist on that server.",
              "Create it, or correct the name at the end of SPRING_DATASOURCE_URL.");
      case "08001", "08006" ->
          analysis(
              cause,
              "No PostgreSQL answers at the address in SPRING_DATASOURCE_URL.",
              "Start it, or correct the host and the port in SPRING_DATASOURCE_URL.");
      default -> null;
    };
  }

  private static FailureAnalysis analysis(PSQLException cause, String problem, String remedy) {
    return new FailureAnalysis(problem, remedy, cause);
  }
}
