package org.alur.conventions;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How a process moves on: gateways, events and timers. */
final class FlowRules {

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{(!?\\w+|\\w+ == ('[A-Z0-9_]+'|\\d+|true|false))}");
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(R\\d*/)?P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?"
              + "|\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final Pattern VALUE = Pattern.compile("\\$\\{[\\w.()]+}");

  private FlowRules() {}

  static Stream<String> splitsAlwaysFindAWay(ProcessFile file) {
    return file.all(ExclusiveGateway.class)
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .flatMap(
            gateway ->
                gateway.getOutgoing().stream()
                    .filter(flow -> flow.getConditionExpression() == null)
                    .filter(flow -> !flow.equals(gateway.getDefault()))
                    .map(
                        flow ->
                            flow.getId()
                                + " has no condition and is not the default: the case would stop at the gateway."));
  }

  static Stream<String> conditionsAreShort(ProcessFile file) {
    return file.all(SequenceFlow.class)
        .filter(flow -> flow.getConditionExpression() != null)
        .filter(
            flow ->
                !CONDITION
                    .matcher(flow.getConditionExpression().getTextContent().strip())
                    .matches())
        .map(
            flow ->
                flow.getId()
                    + " asks too much: a condition is ${variable}, ${!variable} or ${variable == 'CODE'}; a decision table decides the rest.");
  }

  static Stream<String> timersAreReadable(ProcessFile file) {
    Stream<? extends ModelElementInstance> timers =
        Stream.of(TimeDate.class, TimeDuration.class, TimeCycle.class).flatMap(file::all);
    return timers
        .map(timer -> timer.getTextContent().strip())
        .filter(text -> !ISO_8601.matcher(text).matches() && !VALUE.matcher(text).matches())
        .map(
            text ->
                "The timer '%s' is neither ISO 8601 (P30D, PT4H) nor an expression such as ${reviewAfter}."
                    .formatted(text));
  }

  static Stream<String> definedEventsAreUsed(ProcessFile file) {
    Set<String> used =
        Pattern.compile("(?:message|error|escalation)Ref=\"([^\"]+)\"")
            .matcher(file.xml())
            .results()
            .map(reference -> reference.group(1))
            .collect(Collectors.toSet());
    return events(file)
        .map(RootElement::getId)
        .filter(id -> !used.contains(id))
        .map(id -> id + " is defined, but no event of the process uses it. Remove it.");
  }

  private static Stream<? extends RootElement> events(ProcessFile file) {
    return Stream.of(Message.class, Error.class, Escalation.class).flatMap(file::all);
  }

  static Stream<String> messagesNamePartAndFact(ProcessFile file) {
    return file.all(Message.class)
        .filter(message -> !message.getName().matches("[a-z][a-z-]*\\.[a-z][a-z-]*"))
        .map(
            message ->
                "%s has the name '%s'; it must be the part and the fact, as case.consent-withdrawn."
                    .formatted(message.getId(), message.getName()));
  }

  static Stream<String> nothingIsHiddenInTheModel(ProcessFile file) {
    Stream<? extends ModelElementInstance> hidden =
        Stream.of(
                Signal.class,
                Script.class,
                ScriptTask.class,
                CamundaExecutionListener.class,
                CamundaTaskListener.class)
            .flatMap(file::all);
    Stream<String> classes =
        List.of("camunda:class", "camunda:delegateExpression").stream()
            .filter(file.xml()::contains);
    return Stream.concat(
            hidden.map(element -> element.getElementType().getTypeName()).distinct(), classes)
        .map(
            what ->
                "The model has a "
                    + what
                    + ". Code stands in a service task that everybody sees, and signals would reach other cases.");
  }
}
