package org.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The list of processes is what the models say. */
class ProcessIndexTest {

  private static final Path INDEX = Path.of("processes/README.md");

  @Test
  void the_list_of_processes_is_up_to_date() throws IOException {
    String text = new ProcessIndex(Library.read().processes()).text();
    if (Diagrams.isUpdate()) {
      Files.writeString(INDEX, text);
    }
    assertThat(INDEX)
        .as("Write the list anew: mvn test -Dtest=ProcessIndexTest -Dupdate")
        .hasContent(text);
  }
}
