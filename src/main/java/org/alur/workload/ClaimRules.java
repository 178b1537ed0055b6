package org.alur.workload;

import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConflictsOfInterest;
import org.alur.forms.FormContext;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Team;
import org.alur.organisation.Teams;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who may do a task: the right role, the right team, a licence, and not one's own approval. */
@Component
class ClaimRules {

  private final CaseCrews crews;
  private final ApprovedWork approvedWork;
  private final Workers workers;
  private final Teams teams;
  private final Offices offices;
  private final List<SeparatedDuties> duties;
  private final CaseAssignments assignments;
  private final Deputies deputies;
  private final ConflictsOfInterest conflicts;
  private final NamedPeople named;
  private final Licences licences;

  ClaimRules(
      CaseCrews crews,
      ApprovedWork approvedWork,
      Workers workers,
      Teams teams,
      Offices offices,
      List<SeparatedDuties> duties,
      CaseAssignments assignments,
      Deputies deputies,
      ConflictsOfInterest conflicts,
      NamedPeople named,
      Licences licences) {
    this.crews = crews;
    this.approvedWork = approvedWork;
    this.workers = workers;
    this.teams = teams;
    this.offices = offices;
    this.duties = duties;
    this.assignments = assignments;
    this.deputies = deputies;
    this.conflicts = conflicts;
    this.named = named;
    this.licences = licences;
  }

  /** Why this user cannot do the task, in a sentence; empty if nothing stands in the way. */
  Optional<String> refusal(DelegateTask task, String userId) {
    var role = TaskRole.of(task);
    if (role.isEmpty()) {
      return Optional.empty();
    }
    var worker = workers.find(userId);
    if (worker.isEmpty()) {
      return Optional.of(
          "'%s' has no worker record; ask an administrator to add one before taking tasks."
              .formatted(userId));
    }
    var person = named.of(task);
    if (person.isPresent()) {
      return refusalOfNamed(task, worker.get(), role.get())
          .or(() -> refusalOfOthers(person.get(), userId))
          .or(() -> refusalOfDuties(task, userId));
    }
    var crew = crews.find(task.getExecution().getProcessBusinessKey());
    return refusalOfRole(worker.get(), role.get())
        .or(() -> crew.flatMap(found -> refusalOfPlace(worker.get(), role.get(), found)))
        .or(() -> crew.flatMap(found -> refusalOfConflict(found, userId)))
        .or(() -> refusalOfAuthor(task, role.get(), crew, userId))
        .or(() -> refusalOfDuties(task, userId))
        .or(() -> crew.flatMap(found -> refusalOfCase(role.get(), found, userId)));
  }

  private Optional<String> refusalOfNamed(DelegateTask task, Worker worker, Role role) {
    return named.isOfAnyRole(task) ? refusalOfPresence(worker) : refusalOfRole(worker, role);
  }

  /** Who was asked by name answers alone, or the deputy. */
  private Optional<String> refusalOfOthers(String person, String userId) {
    return person.equals(userId) || deputies.deputisedBy(userId).contains(person)
        ? Optional.empty()
        : Optional.of(
            "Only '%s' was asked to do this; '%s' cannot do it instead.".formatted(person, userId));
  }

  private Optional<String> refusalOfConflict(CaseCrew crew, String userId) {
    return conflicts.concerns(userId, new CaseNumber(crew.caseNumber()))
        ? Optional.of(
            "'%s' %s for case %s; somebody else has to do this."
                .formatted(userId, Obstacle.CONFLICT.words(), crew.caseNumber()))
        : Optional.empty();
  }

  /** Whoever takes the first caseworker's task of a case will lead the case. */
  private Optional<String> refusalOfCase(Role role, CaseCrew crew, String userId) {
    var number = new CaseNumber(crew.caseNumber());
    return role == Role.CASEWORKER && assignments.currentLead(number).isEmpty()
        ? assignments.obstacleForTaking(number, userId)
        : Optional.empty();
  }

  private Optional<String> refusalOfDuties(DelegateTask task, String userId) {
    return TaskRole.formOf(task)
        .map(form -> context(task, form, userId))
        .flatMap(
            context ->
                duties.stream()
                    .filter(each -> each.forms().contains(context.formId()))
                    .flatMap(each -> each.objection(context).stream())
                    .findFirst());
  }

  private static FormContext context(DelegateTask task, String form, String userId) {
    return new FormContext(
        form,
        Optional.ofNullable(task.getExecution().getProcessBusinessKey()),
        Optional.of(task.getProcessInstanceId()),
        task.getVariables(),
        userId);
  }

  private Optional<String> refusalOfRole(Worker worker, Role role) {
    return refusalOfPresence(worker).or(() -> refusalOfOtherRole(worker, role));
  }

  private static Optional<String> refusalOfPresence(Worker worker) {
    return worker.active()
        ? Optional.empty()
        : Optional.of(
            "'%s' does not work here any more; choose somebody else.".formatted(worker.userId()));
  }

  private Optional<String> refusalOfOtherRole(Worker worker, Role role) {
    if (!worker.is(role)) {
      return Optional.of(
          "This task is for the role %s, which '%s' does not have."
              .formatted(role.key(), worker.userId()));
    }
    return role == Role.CASEWORKER ? refusalOfLicence(worker) : Optional.empty();
  }

  /** UU 14/2019 art. 28: who practises as a social worker has to hold an STR. */
  private Optional<String> refusalOfLicence(Worker worker) {
    if (licences.mayPractise(worker)) {
      return Optional.empty();
    }
    return Optional.of(
        ("'%s' has no valid registration as a social worker (STR); ask an administrator to enter the"
                + " renewed one.")
            .formatted(worker.userId()));
  }

  private Optional<String> refusalOfPlace(Worker worker, Role role, CaseCrew crew) {
    if (isAtTheRightPlace(worker, role, crew) || standsInFor(worker, role, crew)) {
      return Optional.empty();
    }
    return Optional.of(
        "Case %s belongs to another team; '%s' cannot do its tasks."
            .formatted(crew.caseNumber(), worker.userId()));
  }

  /** A deputy works where the absent person does. */
  private boolean standsInFor(Worker deputy, Role role, CaseCrew crew) {
    return deputies.deputisedBy(deputy.userId()).stream()
        .flatMap(user -> workers.find(user).stream())
        .anyMatch(absent -> absent.is(role) && isAtTheRightPlace(absent, role, crew));
  }

  private boolean isAtTheRightPlace(Worker worker, Role role, CaseCrew crew) {
    if (TaskRole.isSharedInTeam(role)) {
      return crew.team()
          .map(worker::isIn)
          .orElseGet(() -> crew.office().map(worker.officeId()::equals).orElse(true));
    }
    if (role == Role.SUPERVISOR) {
      return crew.office().map(worker.officeId()::equals).orElse(true)
          || crew.team()
              .flatMap(teams::find)
              .flatMap(Team::supervisor)
              .filter(worker.userId()::equals)
              .isPresent();
    }
    return crew.office().map(office -> isSameAgency(office, worker.officeId())).orElse(true);
  }

  private boolean isSameAgency(String office, String other) {
    return offices
        .find(office)
        .map(Office::agencyId)
        .equals(offices.find(other).map(Office::agencyId));
  }

  private Optional<String> refusalOfAuthor(
      DelegateTask task, Role role, Optional<CaseCrew> crew, String userId) {
    return approvedWork.isAuthor(task, role, crew, userId)
        ? Optional.of(
            "'%s' did the work that is approved here; somebody else has to approve it."
                .formatted(userId))
        : Optional.empty();
  }
}
