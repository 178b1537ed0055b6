package org.alur.conventions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** How files, processes and elements are called, and how much one picture shows. */
final class NamingRules {

  private static final int ONE_SCREEN = 25;
  private static final int START_STEP_END = 3;

  private NamingRules() {}

  static Stream<String> oneProcessNamedAsTheFile(ProcessFile file) {
    List<String> ids = file.all(Process.class).map(Process::getId).toList();
    return ids.equals(List.of(file.id()))
        ? Stream.of()
        : Stream.of(
            "The file holds the processes %s; it must hold one with the id %s, because the file is found by the id."
                .formatted(ids, file.id()));
  }

  static Stream<String> processIsComplete(ProcessFile file) {
    return file.all(Process.class)
        .flatMap(
            process ->
                Stream.of(
                        process.isExecutable() ? "" : "must be executable",
                        isBlank(process.getName()) ? "needs the name that practitioners use" : "",
                        isBlank(process.getCamundaHistoryTimeToLiveString())
                            ? "needs a history time to live, for example P180D"
                            : "",
                        isExplained(process)
                            ? ""
                            : "needs a documentation: the catalogue of services shows it")
                    .filter(breach -> !breach.isEmpty())
                    .map(breach -> "The process " + process.getId() + " " + breach + "."));
  }

  static Stream<String> namespaceIsTheFolder(ProcessFile file) {
    String namespace = file.bpmn().getDefinitions().getTargetNamespace();
    return namespace.equals(file.folder())
        ? Stream.of()
        : Stream.of(
            "The target namespace is '%s'; it must be '%s' as the folder: the catalogue reads from it what kind of process this is."
                .formatted(namespace, file.folder()));
  }

  static Stream<String> idsSayTypeAndName(ProcessFile file) {
    Stream<? extends BaseElement> shared =
        Stream.of(Message.class, Error.class, Escalation.class).flatMap(file::all);
    return Stream.concat(file.all(FlowElement.class), shared)
        .filter(element -> !element.getId().matches(idPattern(element)))
        .map(
            element ->
                "%s must have an id as %s: it is read in history, audit and logs."
                    .formatted(
                        element.getId(), idPattern(element).replaceFirst("\\[.*", "WhatItIs")));
  }

  private static String idPattern(BaseElement element) {
    if (element instanceof SequenceFlow) {
      return "Flow_[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*";
    }
    String type = element.getElementType().getTypeName();
    String prefix =
        element instanceof Gateway
            ? "Gateway"
            : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    return prefix + "_[A-Z][A-Za-z0-9]*";
  }

  static Stream<String> everyStepHasAName(ProcessFile file) {
    return file.all(FlowNode.class)
        .filter(node -> isBlank(node.getName()) && !mayBeUnnamed(node))
        .map(
            node ->
                "%s needs a name: a task is verb and noun, an event is what happened, a gateway asks."
                    .formatted(node.getId()));
  }

  /** What only splits or joins says nothing. */
  private static boolean mayBeUnnamed(FlowNode node) {
    return node instanceof ParallelGateway
        || (node instanceof Gateway && node.getOutgoing().size() == 1);
  }

  static Stream<String> gatewaysAskAndFlowsAnswer(ProcessFile file) {
    return file.all(ExclusiveGateway.class)
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .flatMap(
            gateway ->
                Stream.concat(
                    Stream.of(gateway.getName())
                        .filter(name -> isBlank(name) || !name.endsWith("?"))
                        .map(name -> gateway.getId() + " splits: its name must be a question."),
                    gateway.getOutgoing().stream()
                        .filter(flow -> isBlank(flow.getName()))
                        .map(flow -> flow.getId() + " needs a name that answers the question.")));
  }

  static Stream<String> fitsOnOneScreen(ProcessFile file) {
    Stream<String> tooLarge =
        Stream.of(file.process())
            .filter(process -> nodes(process.getFlowElements()) > ONE_SCREEN)
            .map(
                process ->
                    "The process shows %d steps; at most %d fit on one screen: move a part into a process of its own."
                        .formatted(nodes(process.getFlowElements()), ONE_SCREEN));
    Stream<String> tooMuchBeside =
        file.all(SubProcess.class)
            .filter(part -> part.triggeredByEvent())
            .filter(part -> nodes(part.getFlowElements()) > START_STEP_END)
            .map(
                part ->
                    part.getId()
                        + " is an event sub-process: a start, one call or task, an end. Call a process for more.");
    return Stream.concat(tooLarge, tooMuchBeside);
  }

  private static long nodes(Iterable<FlowElement> elements) {
    long count = 0;
    for (FlowElement element : elements) {
      count += element instanceof FlowNode ? 1 : 0;
    }
    return count;
  }

  static boolean isExplained(BaseElement element) {
    return element.getDocumentations().stream().anyMatch(text -> !isBlank(text.getTextContent()));
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
