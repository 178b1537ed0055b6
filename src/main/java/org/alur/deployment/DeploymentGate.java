package org.alur.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alur.forms.FormSchema;
import org.alur.forms.UnusableForm;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * Refuses a new deployment that breaks a rule, and says which element breaks which rule. A
 * deployment that is in the database already is never looked at again: a stricter rule must not
 * stop a running case.
 */
@Component
class DeploymentGate implements Deployer {

  private final List<ModelRule> rules;

  DeploymentGate(List<ModelRule> rules) {
    this.rules = rules;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    List<Breach> breaches = breaches(deployment.getResources().values());
    if (!breaches.isEmpty()) {
      String first = breaches.get(0).resource();
      throw new ParseException(message(breaches), first, problems(first, breaches), List.of());
    }
  }

  private List<Breach> breaches(Collection<ResourceEntity> resources) {
    List<Breach> breaches = new ArrayList<>();
    Map<String, Set<String>> forms = new HashMap<>();
    Set<String> decisions = new HashSet<>();
    for (ResourceEntity resource : resources) {
      readForm(resource, forms, breaches);
      readDecisions(resource, decisions, breaches);
      if (!isKnown(resource)) {
        breaches.add(
            new Breach(
                resource.getName(),
                resource.getName(),
                "Only .bpmn, .dmn and .form files can be deployed."));
      }
    }
    resources.stream()
        .filter(resource -> resource.getName().endsWith(".bpmn"))
        .forEach(resource -> checkProcess(resource, forms, decisions, breaches));
    return breaches;
  }

  private static boolean isKnown(ResourceEntity resource) {
    return List.of(".bpmn", ".dmn", ".form").stream().anyMatch(resource.getName()::endsWith);
  }

  private static void readForm(
      ResourceEntity resource, Map<String, Set<String>> forms, List<Breach> breaches) {
    if (!resource.getName().endsWith(".form")) {
      return;
    }
    try {
      FormSchema form = FormSchema.parse(new String(resource.getBytes(), UTF_8));
      forms.put(form.id(), form.keys());
    } catch (UnusableForm cause) {
      breaches.add(
          new Breach(resource.getName(), resource.getName(), String.valueOf(cause.getMessage())));
    }
  }

  private static void readDecisions(
      ResourceEntity resource, Set<String> decisions, List<Breach> breaches) {
    if (resource.getName().endsWith(".dmn")) {
      DmnModelInstance model =
          Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
      decisions.addAll(DecisionTables.ids(model));
      DecisionTables.check(
          model,
          (element, sentence) -> breaches.add(new Breach(resource.getName(), element, sentence)));
    }
  }

  private void checkProcess(
      ResourceEntity resource,
      Map<String, Set<String>> forms,
      Set<String> decisions,
      List<Breach> breaches) {
    ProcessModel model =
        new ProcessModel(
            Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes())),
            forms,
            decisions);
    rules.forEach(
        rule ->
            rule.check(
                model,
                (element, sentence) ->
                    breaches.add(new Breach(resource.getName(), element, sentence))));
  }

  private static String message(List<Breach> breaches) {
    return breaches.stream()
        .map(Breach::toString)
        .collect(joining("\n", "The deployment was refused; nothing was changed.\n", ""));
  }

  private static List<Problem> problems(String resource, List<Breach> breaches) {
    return breaches.stream()
        .filter(breach -> breach.resource().equals(resource))
        .map(breach -> (Problem) new BreachReport(breach))
        .toList();
  }

  /** A breach as the engine's interfaces report it; a model read as a whole has no lines. */
  private record BreachReport(Breach breach) implements Problem {

    @Override
    public String getMessage() {
      return breach.sentence();
    }

    @Override
    public int getLine() {
      return 0;
    }

    @Override
    public int getColumn() {
      return 0;
    }

    @Override
    public String getMainElementId() {
      return breach.element();
    }

    @Override
    public List<String> getElementIds() {
      return List.of(breach.element());
    }
  }
}
