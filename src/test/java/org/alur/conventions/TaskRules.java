package org.alur.conventions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What tasks and call activities must say. */
final class TaskRules {

  private static final Pattern STEP =
      Pattern.compile("\\$\\{([a-z]\\w*Tasks)\\.(\\w+)\\(execution\\)}");
  private static final Pattern CALL = Pattern.compile("[$#]\\{([a-z]\\w*Tasks)\\.(\\w+)\\(");

  private TaskRules() {}

  static Stream<String> serviceTasksCallTheirMethod(ProcessFile file) {
    return file.all(ServiceTask.class)
        .filter(task -> !callsMethodOf(task))
        .map(
            task ->
                "%s calls '%s'; it must call ${<part>Tasks.%s(execution)}, so that picture and code are found from each other."
                    .formatted(task.getId(), task.getCamundaExpression(), methodOf(task)));
  }

  private static boolean callsMethodOf(ServiceTask task) {
    Matcher step = STEP.matcher(String.valueOf(task.getCamundaExpression()));
    return step.matches() && step.group(2).equals(methodOf(task));
  }

  private static String methodOf(ServiceTask task) {
    String name = task.getId().replaceFirst("^.*_", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static Stream<String> calledMethodsExist(ProcessFile file) {
    return CALL.matcher(file.xml())
        .results()
        .filter(call -> !exists(call.group(1), call.group(2)))
        .map(
            call ->
                "%s.%s(execution) does not exist: it must be a public method of a public class in org.alur.stages that takes the execution."
                    .formatted(call.group(1), call.group(2)));
  }

  private static boolean exists(String bean, String method) {
    String type = bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1);
    try {
      // getMethods: public ones only, which is what the expression language can reach.
      return Arrays.stream(Class.forName("org.alur.stages." + type).getMethods())
          .filter(found -> found.getName().equals(method))
          .anyMatch(found -> List.of(found.getParameterTypes()).contains(DelegateExecution.class));
    } catch (ClassNotFoundException cause) {
      return false;
    }
  }

  static Stream<String> userTasksSayWhoAndHow(ProcessFile file) {
    return file.all(UserTask.class)
        .flatMap(
            task ->
                Stream.of(
                        hasForm(task) ? "" : "needs a form that is bound to its deployment",
                        hasRole(task) ? "" : "needs exactly one candidate group, the key of a role",
                        NamingRules.isExplained(task)
                            ? ""
                            : "needs a documentation that tells the worker what to do",
                        task.getCamundaAssignee() == null && task.getCamundaDueDate() == null
                            ? ""
                            : "must name no person and no due date: Alur decides both")
                    .filter(breach -> !breach.isEmpty())
                    .map(breach -> task.getId() + " " + breach + "."));
  }

  private static boolean hasForm(UserTask task) {
    return !NamingRules.isBlank(task.getCamundaFormRef())
        && "deployment".equals(task.getCamundaFormRefBinding());
  }

  private static boolean hasRole(UserTask task) {
    List<String> groups = task.getCamundaCandidateGroupsList();
    return groups.size() == 1 && Role.ofKey(groups.get(0)).isPresent();
  }

  static Stream<String> decisionsSayTheirResult(ProcessFile file) {
    return file.all(BusinessRuleTask.class)
        .filter(
            task ->
                !"deployment".equals(task.getCamundaDecisionRefBinding())
                    || !"singleEntry".equals(task.getCamundaMapDecisionResult())
                    || NamingRules.isBlank(task.getCamundaResultVariable()))
        .map(
            task ->
                task.getId()
                    + " needs a decision bound to its deployment, result singleEntry, and the name of the variable for it.");
  }

  /**
   * A called process belongs to the same case, and what goes in and out is written down.
   *
   * @param processes the ids of all processes
   */
  static Stream<String> callActivitiesStayInTheCase(ProcessFile file, Set<String> processes) {
    return file.all(CallActivity.class)
        .flatMap(
            call ->
                Stream.of(
                        isTarget(call.getCalledElement(), processes)
                            ? ""
                            : "calls '" + call.getCalledElement() + "', which is no process",
                        passesBusinessKey(call)
                            ? ""
                            : "must pass the case number on: <camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        passesEverything(call)
                            ? "must name each variable in and out instead of all"
                            : "")
                    .filter(breach -> !breach.isEmpty())
                    .map(breach -> call.getId() + " " + breach + "."));
  }

  private static boolean isTarget(String called, Set<String> processes) {
    return processes.contains(called) || called.startsWith("${");
  }

  private static <T extends ModelElementInstance> Stream<T> mappings(
      CallActivity call, Class<T> type) {
    return call.getExtensionElements() == null
        ? Stream.of()
        : call.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
  }

  private static boolean passesBusinessKey(CallActivity call) {
    return mappings(call, CamundaIn.class)
        .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()));
  }

  private static boolean passesEverything(CallActivity call) {
    return mappings(call, CamundaIn.class).anyMatch(in -> in.getCamundaVariables() != null)
        || mappings(call, CamundaOut.class).anyMatch(out -> out.getCamundaVariables() != null);
  }
}
