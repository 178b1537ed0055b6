package org.alur.workload;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Gives a new task to the person whose it is: the case's lead, the lead's supervisor, the only head
 * of the agency; to the deputy of somebody who is absent. All other tasks wait in the queue of
 * their team or role.
 */
@Component
class Allocation {

  /**
   * Who is given a task.
   *
   * @param owner whose it is: the same person, or somebody absent
   */
  private record Holder(String user, String owner) {}

  private final CaseCrews crews;
  private final ClaimRules rules;
  private final CaseSupervisors supervisors;
  private final CaseHeads heads;
  private final Deputies deputies;
  private final NamedPeople named;
  private final LentWork lentWork;
  private final TaskService tasks;

  Allocation(
      CaseCrews crews,
      ClaimRules rules,
      CaseSupervisors supervisors,
      CaseHeads heads,
      Deputies deputies,
      NamedPeople named,
      LentWork lentWork,
      TaskService tasks) {
    this.crews = crews;
    this.rules = rules;
    this.supervisors = supervisors;
    this.heads = heads;
    this.deputies = deputies;
    this.named = named;
    this.lentWork = lentWork;
    this.tasks = tasks;
  }

  /** Assigns the task or leaves it in the queue. */
  void allocate(DelegateTask task) {
    showInQueueOfTeam(task);
    chosen(task).ifPresent(holder -> give(task, holder, task::setAssignee));
  }

  /**
   * Gives an open task anew.
   *
   * @return false if it is nobody's, so that it belongs in the queue
   */
  boolean allocateAgain(DelegateTask task) {
    lentWork.forget(task.getId());
    var holder = chosen(task);
    holder.ifPresent(found -> give(task, found, user -> tasks.setAssignee(task.getId(), user)));
    return holder.isPresent();
  }

  private void give(DelegateTask task, Holder holder, Consumer<String> assign) {
    if (!holder.user().equals(holder.owner())) {
      lentWork.lend(task.getId(), holder.owner(), holder.user());
    }
    assign.accept(holder.user());
  }

  /** Lets the lists of the team find the task; the model knows its role only. */
  void showInQueueOfTeam(DelegateTask task) {
    crew(task).flatMap(CaseCrew::team).ifPresent(task::addCandidateGroup);
  }

  /** Whose the task is; empty if it waits in a queue. */
  private Optional<Holder> chosen(DelegateTask task) {
    var person = named.of(task);
    return person.isPresent()
        ? person.flatMap(user -> present(task, user))
        : TaskRole.of(task).flatMap(role -> crew(task).flatMap(crew -> chosen(task, role, crew)));
  }

  private Optional<CaseCrew> crew(DelegateTask task) {
    return crews.find(task.getExecution().getProcessBusinessKey());
  }

  private Optional<Holder> chosen(DelegateTask task, Role role, CaseCrew crew) {
    return switch (role) {
      case CASEWORKER -> crew.lead().flatMap(user -> present(task, user));
      case SUPERVISOR -> supervisor(task, crew);
      case AGENCY_HEAD -> onlyOne(task, heads.of(crew));
      default -> Optional.empty();
    };
  }

  private Optional<Holder> supervisor(DelegateTask task, CaseCrew crew) {
    return supervisors
        .ofTeam(crew)
        .flatMap(user -> present(task, user))
        .or(() -> onlyOne(task, supervisors.ofOffice(crew)));
  }

  private Optional<Holder> onlyOne(DelegateTask task, List<String> candidates) {
    var able =
        candidates.stream()
            .flatMap(user -> present(task, user).stream())
            .collect(groupingBy(Holder::user));
    return able.size() == 1
        ? able.values().stream().flatMap(List::stream).findFirst()
        : Optional.empty();
  }

  /** The person, or the deputy of somebody who is absent; empty if that one may not do the task. */
  private Optional<Holder> present(DelegateTask task, String userId) {
    return Optional.of(new Holder(deputies.present(userId), userId))
        .filter(holder -> rules.refusal(task, holder.user()).isEmpty());
  }
}
