package org.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in {@code docs/diagrams} show the models as they are. */
class DiagramsTest {

  private static final String HOW = "Draw the pictures anew: mvn test -Dtest=DiagramsTest -Dupdate";

  static List<ProcessFile> processes() {
    return Library.read().processes();
  }

  @BeforeAll
  static void draw_anew_if_asked() throws IOException {
    if (!Diagrams.isUpdate()) {
      return;
    }
    try (Diagrams diagrams = new Diagrams()) {
      for (ProcessFile file : processes()) {
        Path picture = Diagrams.picture(file);
        if (isUpToDate(picture, file)) {
          continue; // Other fonts would change the text of every picture.
        }
        Files.createDirectories(Objects.requireNonNull(picture.getParent()));
        Files.writeString(picture, diagrams.draw(file));
      }
    }
  }

  private static boolean isUpToDate(Path picture, ProcessFile file) {
    return Files.exists(picture)
        && Diagrams.digestIn(Library.text(picture)).equals(Diagrams.digest(file));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void the_picture_shows_the_model(ProcessFile file) {
    Path picture = Diagrams.picture(file);
    assertThat(picture).as(HOW).exists();
    assertThat(Diagrams.digestIn(Library.text(picture))).as(HOW).isEqualTo(Diagrams.digest(file));
  }

  @Test
  void there_is_no_picture_of_a_process_that_is_gone() {
    assertThat(Library.files("docs/diagrams", ".svg"))
        .as("Delete the picture of the process that is gone.")
        .containsExactlyInAnyOrderElementsOf(processes().stream().map(Diagrams::picture).toList());
  }

  @Test
  void a_model_is_always_drawn_alike() {
    ProcessFile file = processes().get(0);
    try (Diagrams diagrams = new Diagrams()) {
      assertThat(diagrams.draw(file))
          .isEqualTo(diagrams.draw(file))
          .contains("bpmn.io", "<title>")
          .satisfies(svg -> assertThat(Diagrams.digestIn(svg)).isEqualTo(Diagrams.digest(file)));
    }
  }

  @Test
  void what_is_drawn_counts_and_what_is_not_drawn_does_not() {
    ProcessFile file = processes().get(0);
    String name = file.process().getName();
    assertThat(
            Stream.of(
                    file.xml().replace("name=\"" + name, "name=\"Other " + name),
                    file.xml().replaceFirst("<dc:Bounds x=\"", "<dc:Bounds x=\"1"))
                .map(xml -> Diagrams.digest(ProcessFile.of(file.path(), xml))))
        .doesNotContain(Diagrams.digest(file))
        .doesNotHaveDuplicates();
    String reworded = file.xml().replaceFirst("<bpmn:documentation>", "<bpmn:documentation>Note. ");
    assertThat(Diagrams.digest(ProcessFile.of(file.path(), reworded)))
        .isEqualTo(Diagrams.digest(file));
  }
}
