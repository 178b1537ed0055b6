package org.alur.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.forms.FormSchema;

/**
 * Everything in the folders {@code processes} and {@code forms}, and what the rules have to know of
 * the code.
 *
 * @param processes the BPMN files
 * @param forms the ids of the forms with the keys of their fields
 * @param decisions the ids of the decisions
 * @param code the text of the application
 * @param tests the names of the test classes
 */
record Library(
    List<ProcessFile> processes,
    Map<String, Set<String>> forms,
    Set<String> decisions,
    String code,
    Set<String> tests) {

  static Library read() {
    Map<String, Set<String>> forms = new TreeMap<>();
    files("forms", ".form")
        .forEach(path -> forms.put(stem(path), FormSchema.parse(text(path)).keys()));
    return new Library(
        files("processes", ".bpmn").map(ProcessFile::read).toList(),
        forms,
        files("processes", ".dmn")
            .map(Library::stem)
            .collect(Collectors.toCollection(TreeSet::new)),
        files("src/main/java", ".java").map(Library::text).collect(Collectors.joining("\n")),
        files("src/test/java", ".java").map(Library::stem).collect(Collectors.toSet()));
  }

  /** All files below a folder with this ending, in the order of their names. */
  static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> found = Files.walk(Path.of(folder))) {
      return found.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  static String stem(Path path) {
    return name(path).replaceFirst("\\.[a-z]+$", "");
  }

  /** Whether the application itself names a form, a decision or a message. */
  boolean isNamedInCode(String name) {
    return code.contains('"' + name + '"');
  }
}
