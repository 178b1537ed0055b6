package org.alur.conventions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What models, forms, decisions and code say about each other. */
record ReferenceRules(Library library) {

  private static final Pattern READ = Pattern.compile("[$#]\\{!?(\\w+)(?=[ }])");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:outputParameter name|resultVariable|target|elementVariable)=\"(\\w+)\"");
  private static final Pattern FORM_VALUE = Pattern.compile("[$#]\\{form\\.(\\w+)}");

  Stream<String> referencesResolve(ProcessFile file) {
    Stream<String> forms =
        forms(file)
            .filter(form -> !library.forms().containsKey(form))
            .map(form -> "There is no form '" + form + "' in the folder forms.");
    Stream<String> decisions =
        decisions(file)
            .filter(decision -> !library.decisions().contains(decision))
            .map(decision -> "There is no decision '" + decision + "' in the folder processes.");
    return Stream.concat(forms, decisions);
  }

  static Stream<String> forms(ProcessFile file) {
    return Stream.concat(
            file.all(UserTask.class).map(UserTask::getCamundaFormRef),
            file.all(StartEvent.class).map(StartEvent::getCamundaFormRef))
        .filter(Objects::nonNull);
  }

  static Stream<String> decisions(ProcessFile file) {
    return file.all(BusinessRuleTask.class)
        .map(BusinessRuleTask::getCamundaDecisionRef)
        .filter(Objects::nonNull);
  }

  /** Forms that no process and no action of the case page needs. */
  Stream<String> unusedForms() {
    Set<String> used =
        library.processes().stream().flatMap(ReferenceRules::forms).collect(Collectors.toSet());
    return library.forms().keySet().stream()
        .filter(form -> !used.contains(form) && !library.isNamedInCode(form))
        .map(form -> "The form '" + form + "' is used by no process. Use it or remove it.");
  }

  /** Decisions that no process needs and that the application does not ask itself. */
  Stream<String> unusedDecisions() {
    Set<String> used =
        library.processes().stream().flatMap(ReferenceRules::decisions).collect(Collectors.toSet());
    return library.decisions().stream()
        .filter(decision -> !used.contains(decision) && !library.isNamedInCode(decision))
        .map(decision -> "The decision '" + decision + "' is asked by nobody. Remove it.");
  }

  /** Routing facts come from the form that was just filled in. */
  Stream<String> routedFactsAreFieldsOfTheForm(ProcessFile file) {
    return file.all(FlowNode.class)
        .flatMap(
            node ->
                outputs(node)
                    .flatMap(text -> FORM_VALUE.matcher(text).results())
                    .map(value -> value.group(1))
                    .filter(key -> !keysBefore(node, new HashSet<>()).contains(key))
                    .map(
                        key ->
                            "%s takes ${form.%s}, but the form before it has no field with the key %s."
                                .formatted(node.getId(), key, key)));
  }

  private static Stream<String> outputs(FlowNode node) {
    return node.getExtensionElements() == null
        ? Stream.of()
        : node.getModelInstance().getModelElementsByType(CamundaOutputParameter.class).stream()
            .filter(output -> belongsTo(output, node))
            .map(ModelElementInstance::getTextContent);
  }

  /** Up from the parameter: mapping, extension elements, node. */
  private static boolean belongsTo(CamundaOutputParameter output, FlowNode node) {
    return output.getParentElement().getParentElement().getParentElement().equals(node);
  }

  private Set<String> keysBefore(FlowNode node, Set<FlowNode> seen) {
    String form =
        node instanceof UserTask task
            ? task.getCamundaFormRef()
            : node instanceof StartEvent start ? start.getCamundaFormRef() : null;
    if (form != null) {
      return library.forms().getOrDefault(form, Set.of());
    }
    return seen.add(node)
        ? node.getIncoming().stream()
            .map(SequenceFlow::getSource)
            .flatMap(before -> keysBefore(before, seen).stream())
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** What a gateway or a timer reads is written by a form, a decision, a called process or Java. */
  Stream<String> variablesReadAreWritten(ProcessFile file) {
    Set<String> written =
        library.processes().stream()
            .flatMap(process -> WRITTEN.matcher(process.xml()).results())
            .map(variable -> variable.group(1))
            .collect(Collectors.toSet());
    return Stream.of(ConditionExpression.class, TimeDate.class, TimeDuration.class, TimeCycle.class)
        .flatMap(file::all)
        .flatMap(text -> READ.matcher(text.getTextContent()).results())
        .map(variable -> variable.group(1))
        .distinct()
        .filter(variable -> !written.contains(variable) && !library.isNamedInCode(variable))
        .map(
            variable ->
                "The variable %s is read, but nothing writes it: is it misspelt, or does an output parameter lack?"
                    .formatted(variable));
  }

  Stream<String> processesWithoutTest() {
    return library.processes().stream()
        .map(process -> pascal(process.id()) + "ProcessTest")
        .filter(test -> !library.tests().contains(test))
        .map(test -> "There is no " + test + ": every process has scenarios of its own.");
  }

  Stream<String> decisionsWithoutTest() {
    return library.decisions().stream()
        .map(decision -> pascal(decision) + "DecisionTest")
        .filter(test -> !library.tests().contains(test))
        .map(test -> "There is no " + test + ": every decision is tested by its rows.");
  }

  private static String pascal(String kebab) {
    return Arrays.stream(kebab.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
