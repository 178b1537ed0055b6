package org.alur.conventions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A BPMN file.
 *
 * @param path where it is, from the root of the project
 * @param xml its text
 * @param bpmn the model in it
 */
record ProcessFile(Path path, String xml, BpmnModelInstance bpmn) {

  static ProcessFile read(Path path) {
    try {
      return of(path, Files.readString(path));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static ProcessFile of(Path path, String xml) {
    return new ProcessFile(
        path, xml, Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(UTF_8))));
  }

  /** The name of the file without its ending; by convention the id of the process. */
  String id() {
    return Library.stem(path);
  }

  /** The folder that the file is in: the kind of process, or the field of a service. */
  String folder() {
    return Library.name(Objects.requireNonNull(path.getParent()));
  }

  /** All elements of a type, in the order of the file. */
  <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    Collection<T> elements = bpmn.getModelElementsByType(type);
    return elements.stream();
  }

  /** The process of the file. */
  Process process() {
    return all(Process.class).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
