package org.alur.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The list of what the processes contain, in Markdown, as it stands in their folder. */
final class ProcessIndex {

  private static final List<String> KINDS = List.of("fields", "stages", "shared");
  private static final String DOCUMENTATION =
      """
      # Processes

      Written by `mvn test -Dtest=ProcessIndexTest -Dupdate` from the models; do not edit.

      """;

  private final List<ProcessFile> processes;

  ProcessIndex(List<ProcessFile> processes) {
    this.processes =
        processes.stream()
            .sorted(
                Comparator.comparing((ProcessFile file) -> rank(file.folder()))
                    .thenComparing(ProcessFile::folder)
                    .thenComparing(ProcessFile::id))
            .toList();
  }

  /** Fields, stages, shared processes, then the services of each field. */
  private static int rank(String folder) {
    int rank = KINDS.indexOf(folder);
    return rank < 0 ? KINDS.size() : rank;
  }

  String text() {
    StringBuilder text = new StringBuilder(DOCUMENTATION);
    text.append("| kind | process | what it is |\n|---|---|---|\n");
    processes.forEach(
        file ->
            text.append(
                "| %s | [%s](#%s) | %s |\n"
                    .formatted(
                        file.folder(), cell(file.process().getName()), file.id(), purpose(file))));
    processes.forEach(file -> text.append(section(file)));
    return text.toString();
  }

  private static String section(ProcessFile file) {
    List<String> lines = new ArrayList<>();
    lines.add("\n## " + file.id() + "\n");
    lines.add(
        "%s: [model](%s), [picture](../%s)\n"
            .formatted(
                file.process().getName(),
                link(Path.of("processes").relativize(file.path())),
                link(Diagrams.picture(file))));
    lines.addAll(tasks(file));
    fact("Decisions", ReferenceRules.decisions(file).map(ProcessIndex::code)).forEach(lines::add);
    fact("Messages", file.all(Message.class).map(Message::getName).map(ProcessIndex::code))
        .forEach(lines::add);
    fact("Timers", file.all(TimerEventDefinition.class).map(ProcessIndex::timer))
        .forEach(lines::add);
    fact("Calls", file.all(CallActivity.class).map(ProcessIndex::called)).forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> tasks(ProcessFile file) {
    List<String> rows = new ArrayList<>();
    file.all(StartEvent.class)
        .filter(start -> start.getCamundaFormRef() != null)
        .map(start -> row(start, start.getCamundaFormRef(), "who takes the request"))
        .forEach(rows::add);
    file.all(UserTask.class)
        .map(task -> row(task, task.getCamundaFormRef(), task.getCamundaCandidateGroups()))
        .forEach(rows::add);
    if (!rows.isEmpty()) {
      rows.add(0, "| task | role | form |\n|---|---|---|");
      rows.add("");
    }
    return rows;
  }

  private static String row(FlowNode node, String form, String role) {
    return "| %s | %s | %s |".formatted(cell(node.getName()), role, code(form));
  }

  private static Stream<String> fact(String title, Stream<String> values) {
    List<String> all = values.distinct().toList();
    return all.isEmpty() ? Stream.of() : Stream.of("- " + title + ": " + String.join(", ", all));
  }

  private static String timer(TimerEventDefinition timer) {
    String when =
        Stream.<Function<TimerEventDefinition, BaseElement>>of(
                TimerEventDefinition::getTimeDate,
                TimerEventDefinition::getTimeDuration,
                TimerEventDefinition::getTimeCycle)
            .map(part -> part.apply(timer))
            .filter(Objects::nonNull)
            .map(part -> part.getTextContent().strip())
            .collect(Collectors.joining());
    return cell(((FlowNode) timer.getParentElement()).getName()) + " " + code(when);
  }

  private static String called(CallActivity call) {
    String called = call.getCalledElement();
    return called.startsWith("${")
        ? "a process chosen at " + call.getName()
        : "[%s](#%s)".formatted(called, called);
  }

  private static String purpose(ProcessFile file) {
    return file.process().getDocumentations().stream()
        .map(text -> cell(text.getTextContent().strip()))
        .collect(Collectors.joining(" "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }

  private static String link(Path path) {
    return path.toString().replace('\\', '/');
  }
}
