package org.alur.workload;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.CaseCards;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.RiskLevel;
import org.alur.organisation.CurrentUser;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the cards of the task list which cases their tasks belong to. */
@RestController
class CardsController {

  /** A page of the task list holds 15. */
  private static final int AT_ONCE = 100;

  private final ProcessEngine engine;
  private final CaseCards cards;
  private final LateWork escalated;
  private final ObjectProvider<CurrentUser> user;

  CardsController(
      ProcessEngine engine, CaseCards cards, LateWork escalated, ObjectProvider<CurrentUser> user) {
    this.engine = engine;
    this.cards = cards;
    this.escalated = escalated;
    this.user = user;
  }

  /**
   * What a card tells.
   *
   * @param name whom the case is about, for those who may see the case
   * @param escalation SUPERVISOR or AGENCY_HEAD, if they were told that the task is late
   */
  record CardView(
      String taskId,
      CaseNumber number,
      String field,
      CaseStage stage,
      Optional<RiskLevel> riskLevel,
      Optional<String> name,
      Optional<String> escalation) {

    static CardView of(String taskId, CaseCards.Card card, Optional<String> escalation) {
      return new CardView(
          taskId,
          card.number(),
          card.field(),
          card.stage(),
          card.riskLevel(),
          card.name(),
          escalation);
    }
  }

  /** The cases of these tasks; tasks that the person may not see, or of no case, are left out. */
  @GetMapping("/api/cases/cards")
  List<CardView> cards(@RequestParam List<String> taskIds) {
    var tasks = visible(taskIds.stream().distinct().limit(AT_ONCE).toList());
    var numbers = numbersOf(tasks.stream().map(Task::getProcessInstanceId).toList());
    var byNumber =
        cards.of(new HashSet<>(numbers.values()), user.getObject().id()).stream()
            .collect(Collectors.toMap(CaseCards.Card::number, Function.identity()));
    var escalations = escalated.of(tasks.stream().map(Task::getId).toList());
    return tasks.stream()
        .flatMap(
            task ->
                Optional.ofNullable(numbers.get(task.getProcessInstanceId()))
                    .map(byNumber::get)
                    .map(
                        card ->
                            CardView.of(
                                task.getId(),
                                card,
                                Optional.ofNullable(escalations.get(task.getId()))))
                    .stream())
        .toList();
  }

  private List<Task> visible(List<String> taskIds) {
    if (taskIds.isEmpty()) {
      return List.of();
    }
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskIdIn(taskIds.toArray(String[]::new))
        .listPage(0, AT_ONCE);
  }

  /** Who sees a task may know its case number, though not everything of the process instance. */
  private Map<String, CaseNumber> numbersOf(Collection<String> processInstanceIds) {
    if (processInstanceIds.isEmpty()) {
      return Map.of();
    }
    var query =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceIds(new HashSet<>(processInstanceIds));
    List<ProcessInstance> instances =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(context -> context.runWithoutAuthorization(() -> query.listPage(0, AT_ONCE)));
    return instances.stream()
        .flatMap(CardsController::numbered)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<Map.Entry<String, CaseNumber>> numbered(ProcessInstance instance) {
    return Optional.ofNullable(instance.getBusinessKey())
        .flatMap(CaseNumber::find)
        .map(number -> Map.entry(instance.getId(), number))
        .stream();
  }
}
