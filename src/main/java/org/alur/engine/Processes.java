package org.alur.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The only way by which Alur starts processes and tells them what happened. */
@Component
public class Processes {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final WithoutRights withoutRights;

  Processes(RuntimeService runtime, ManagementService management, WithoutRights withoutRights) {
    this.runtime = runtime;
    this.management = management;
    this.withoutRights = withoutRights;
  }

  /** Nobody at work has rights on process instances; the platform acts for them. */
  private <T> T asPlatform(Supplier<T> action) {
    return Platform.call(() -> withoutRights.call(action));
  }

  /**
   * Starts the newest version of a process for a case.
   *
   * @return the id of the process instance
   */
  public String start(String processKey, String caseNumber, Map<String, Object> variables) {
    return asPlatform(
        () -> runtime.startProcessInstanceByKey(processKey, caseNumber, variables).getId());
  }

  /**
   * Starts the process that begins with a message, for a case.
   *
   * @return the id of the process instance
   */
  public String begin(String message, String caseNumber, Map<String, Object> variables) {
    return asPlatform(
        () -> runtime.startProcessInstanceByMessage(message, caseNumber, variables).getId());
  }

  /**
   * Tells all running processes of a case that wait for a message what happened.
   *
   * @return how many were waiting; zero if nobody was
   */
  public int tell(String caseNumber, String message, Map<String, Object> variables) {
    List<Execution> waiting =
        asPlatform(
            () ->
                runtime
                    .createExecutionQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .messageEventSubscriptionName(message)
                    .unlimitedList());
    return deliver(message, waiting, variables);
  }

  /**
   * Tells only the process of a case that is about one thing what happened.
   *
   * @param about the variable that says what a process is about
   * @return how many were waiting; zero if nobody was
   */
  public int tellOne(
      String caseNumber, String message, ProcessVariable<String> about, String value) {
    return tellOne(caseNumber, message, about, value, Map.of());
  }

  /**
   * Tells only the process of a case that is about one thing what happened.
   *
   * @param about the variable that says what a process is about
   * @param variables what it has to know besides
   * @return how many were waiting; zero if nobody was
   */
  public int tellOne(
      String caseNumber,
      String message,
      ProcessVariable<String> about,
      String value,
      Map<String, Object> variables) {
    List<Execution> waiting =
        asPlatform(
            () ->
                runtime
                    .createExecutionQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .messageEventSubscriptionName(message)
                    .processVariableValueEquals(about.name(), value)
                    .unlimitedList());
    return deliver(message, waiting, variables);
  }

  private int deliver(String message, List<Execution> waiting, Map<String, Object> variables) {
    waiting.forEach(
        execution ->
            asPlatform(
                () -> {
                  runtime.messageEventReceived(
                      message, execution.getId(), new HashMap<>(variables));
                  return Boolean.TRUE;
                }));
    return waiting.size();
  }

  /**
   * Lets the timers of processes fire now instead of at their date, because what they wait for has
   * come about already.
   *
   * @param about the variable that says what a process is about
   * @param date at which they would fire
   */
  public void hasten(String processKey, ProcessVariable<String> about, String value, Instant date) {
    asPlatform(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(processKey)
                    .variableValueEquals(about.name(), value)
                    .unlimitedList())
        .stream()
        .flatMap(instance -> timersAt(instance.getId(), date).stream())
        .forEach(this::fireNow);
  }

  private List<Job> timersAt(String instance, Instant date) {
    return asPlatform(
            () -> management.createJobQuery().processInstanceId(instance).timers().unlimitedList())
        .stream()
        .filter(
            job ->
                job.getDuedate() != null
                    && job.getDuedate().toInstant().equals(date.truncatedTo(ChronoUnit.MILLIS)))
        .toList();
  }

  private void fireNow(Job timer) {
    asPlatform(
        () -> {
          management.setJobDuedate(timer.getId(), ClockUtil.getCurrentTime());
          return Boolean.TRUE;
        });
  }

  /** Whether a process of this key is running for the case. */
  public boolean isRunning(String processKey, String caseNumber) {
    return asPlatform(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(processKey)
                    .processInstanceBusinessKey(caseNumber)
                    .unlimitedList())
        .stream()
        .map(ProcessInstance::getId)
        .findAny()
        .isPresent();
  }
}
