package org.alur.deployment;

import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A step of the guard that cannot be left out, known by what it does and not by its id.
 *
 * @param what it is, in words
 * @param test whether an element is it
 */
record Gate(String what, Predicate<FlowElement> test) {

  static final Gate HEAD_DECIDES = answer("${headDecides}");

  /** A task with a form, for one of some roles. */
  static Gate task(String form, String... roles) {
    Set<String> allowed = Set.of(roles);
    return new Gate(
        "the task with the form %s, for %s".formatted(form, String.join(" or ", roles)),
        element ->
            element instanceof UserTask task
                && form.equals(FormReference.of(task).form())
                && task.getCamundaCandidateGroupsList().size() == 1
                && allowed.contains(task.getCamundaCandidateGroupsList().get(0).strip())
                && task.getLoopCharacteristics() == null);
  }

  /** A step that the platform does. */
  static Gate step(String method) {
    String expression = "${coercionTasks.%s(execution)}".formatted(method);
    return new Gate(
        "the step " + expression,
        element ->
            element instanceof ServiceTask task
                && expression.equals(task.getCamundaExpression())
                && task.getLoopCharacteristics() == null);
  }

  /** A flow out of an exclusive gateway that is taken for one answer only. */
  static Gate answer(String condition) {
    return new Gate(
        "the answer " + condition,
        element ->
            element instanceof SequenceFlow flow
                && flow.getConditionExpression() != null
                && condition.equals(flow.getConditionExpression().getTextContent().strip())
                && flow.getSource() instanceof ExclusiveGateway gateway
                && !flow.equals(gateway.getDefault()));
  }

  boolean is(FlowElement element) {
    return test.test(element);
  }
}
