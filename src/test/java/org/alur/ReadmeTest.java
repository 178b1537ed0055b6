package org.alur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README promises to a newcomer is there. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

  @Test
  void it_is_short_enough_to_be_read() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void its_map_shows_every_package() throws IOException {
    String map = Files.readString(README);
    try (var folders = Files.list(Path.of("src/main/java/org/alur"))) {
      List<String> packages =
          folders.filter(Files::isDirectory).map(folder -> "/" + folder.getFileName()).toList();
      assertThat(packages).isNotEmpty().allSatisfy(name -> assertThat(map).contains(name + "`"));
    }
  }

  @Test
  void its_links_lead_somewhere() throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(README)).results().map(found -> found.group(1)).toList();
    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link)).exists());
  }
}
