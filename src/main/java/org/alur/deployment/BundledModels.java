package org.alur.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models in the folders {@code processes} and {@code forms}, grouped as they are deployed. */
@Component
class BundledModels {

  private static final String CASE_PAGE = "case-page";

  private final ResourcePatternResolver resources;

  BundledModels(ResourcePatternResolver resources) {
    this.resources = resources;
  }

  List<ModelGroup> groups() {
    SortedMap<String, String> processes = read("processes", "bpmn");
    SortedMap<String, String> referable = read("processes", "dmn");
    referable.putAll(read("forms", "form"));
    List<ModelGroup> groups = new ArrayList<>();
    processes.forEach((name, process) -> groups.add(group(name, process, referable)));
    casePage(groups).ifPresent(groups::add);
    groups.addAll(decisionsOfTheApplication(groups, referable));
    return groups;
  }

  /** The shared forms that no process refers to: what may be done on the case page at any time. */
  private Optional<ModelGroup> casePage(List<ModelGroup> processes) {
    SortedMap<String, String> forms = read("forms", "form");
    forms.keySet().removeIf(name -> !name.startsWith("forms/shared/"));
    processes.forEach(process -> forms.keySet().removeAll(process.resources().keySet()));
    return Optional.of(new ModelGroup(CASE_PAGE, forms)).filter(group -> !forms.isEmpty());
  }

  /** Decisions that no process refers to, because the application itself asks them. */
  private static List<ModelGroup> decisionsOfTheApplication(
      List<ModelGroup> processes, Map<String, String> referable) {
    SortedMap<String, String> decisions = new TreeMap<>(referable);
    decisions.keySet().removeIf(name -> !name.endsWith(".dmn"));
    processes.forEach(process -> decisions.keySet().removeAll(process.resources().keySet()));
    return decisions.entrySet().stream()
        .map(
            decision ->
                new ModelGroup(
                    fileName(decision.getKey()).replaceFirst("\\.dmn$", ""),
                    new TreeMap<>(Map.of(decision.getKey(), decision.getValue()))))
        .toList();
  }

  private static ModelGroup group(String name, String process, Map<String, String> referable) {
    SortedMap<String, String> group = new TreeMap<>(Map.of(name, process));
    List<String> references = references(process);
    referable.forEach(
        (other, content) -> {
          if (references.contains(fileName(other))) {
            group.put(other, content);
          }
        });
    return new ModelGroup(stem(name), group);
  }

  /**
   * The file names of the forms and decisions that a process refers to: file name and id are the
   * same.
   */
  private static List<String> references(String process) {
    BpmnModelInstance model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(process.getBytes(UTF_8)));
    Stream<String> taskForms = all(model, UserTask.class).map(UserTask::getCamundaFormRef);
    Stream<String> startForms = all(model, StartEvent.class).map(StartEvent::getCamundaFormRef);
    Stream<String> decisions =
        all(model, BusinessRuleTask.class).map(BusinessRuleTask::getCamundaDecisionRef);
    return Stream.concat(
            Stream.concat(taskForms, startForms)
                .filter(BundledModels::isSet)
                .map(id -> id + ".form"),
            decisions.filter(BundledModels::isSet).map(id -> id + ".dmn"))
        .distinct()
        .toList();
  }

  private static boolean isSet(@Nullable String reference) {
    return reference != null;
  }

  private static <T extends ModelElementInstance> Stream<T> all(
      BpmnModelInstance model, Class<T> type) {
    Collection<T> elements = model.getModelElementsByType(type);
    return elements.stream();
  }

  private SortedMap<String, String> read(String folder, String ending) {
    SortedMap<String, String> found = new TreeMap<>();
    try {
      for (Resource resource : resources.getResources("classpath*:" + folder + "/**/*." + ending)) {
        String path = resource.getURL().getPath();
        String name = path.substring(path.lastIndexOf("/" + folder + "/") + 1);
        found.put(name, resource.getContentAsString(UTF_8));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("The models in " + folder + " cannot be read.", cause);
    }
    return found;
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String stem(String name) {
    return fileName(name).replaceFirst("\\.bpmn$", "");
  }
}
