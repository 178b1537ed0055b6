package org.alur.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest version of every process that is deployed, as its model describes it. */
@Component
public class DeployedModels {

  /**
   * A deployed process.
   *
   * @param key its id
   * @param name what practitioners call it
   * @param category the target namespace of its model: {@code fields}, {@code stages}, {@code
   *     shared}, or the key of the field whose service it is
   * @param documentation what the model says about it, empty if it says nothing
   * @param forms the ids of the forms of its user tasks
   */
  public record DeployedProcess(
      String key, String name, String category, String documentation, Set<String> forms) {

    public DeployedProcess {
      forms = Set.copyOf(forms);
    }
  }

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  /** By id of the definition, which never changes once it is deployed. */
  private final Map<String, DeployedProcess> known = new ConcurrentHashMap<>();

  DeployedModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
    this.repository = repository;
    this.engine = engine;
  }

  /** The processes of a category, by name. */
  public List<DeployedProcess> inCategory(String category) {
    return all().stream().filter(process -> process.category().equals(category)).toList();
  }

  /** The ids of the forms of all processes of some categories. */
  public Set<String> formsIn(Set<String> categories) {
    return all().stream()
        .filter(process -> categories.contains(process.category()))
        .flatMap(process -> process.forms().stream())
        .collect(Collectors.toSet());
  }

  /** The process with this id. */
  public Optional<DeployedProcess> find(String key) {
    return all().stream().filter(process -> process.key().equals(key)).findFirst();
  }

  /** Which services there are is no secret, so nobody's permissions are asked. */
  private List<DeployedProcess> all() {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(this::read));
  }

  private List<DeployedProcess> read() {
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionName()
        .asc()
        .unlimitedList()
        .stream()
        .map(definition -> known.computeIfAbsent(definition.getId(), id -> process(definition)))
        .toList();
  }

  private DeployedProcess process(ProcessDefinition definition) {
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    Process process = model.getModelElementById(definition.getKey());
    String documentation =
        process.getDocumentations().stream()
            .map(Documentation::getTextContent)
            .findFirst()
            .orElse("");
    @Nullable String name = definition.getName();
    return new DeployedProcess(
        definition.getKey(),
        name == null ? definition.getKey() : name,
        definition.getCategory(),
        documentation.strip(),
        forms(model));
  }

  private static Set<String> forms(BpmnModelInstance model) {
    return model.getModelElementsByType(UserTask.class).stream()
        .flatMap(task -> Optional.ofNullable(task.getCamundaFormRef()).stream())
        .collect(Collectors.toSet());
  }
}
