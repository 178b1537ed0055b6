package org.alur.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may enter whose absence. */
@Component
class AbsenceKeepers {

  /** Somebody who may stand in. */
  record Deputy(String userId, String name) {}

  /** Somebody whose absence may be entered. */
  record Absentee(String userId, String name, List<Deputy> deputies) {}

  private final Workers workers;
  private final Teams teams;
  private final Offices offices;
  private final Absences absences;
  private final Clock clock;

  AbsenceKeepers(Workers workers, Teams teams, Offices offices, Absences absences, Clock clock) {
    this.workers = workers;
    this.teams = teams;
    this.offices = offices;
    this.absences = absences;
    this.clock = clock;
  }

  /** Lets workers and administrators in. */
  void check(CurrentUser user) {
    if (!user.is(Role.CAMUNDA_ADMIN) && worker(user).isEmpty()) {
      throw EntryRefused.notAllowed(
          "Only people who work here keep absences; ask an administrator to enter you.");
    }
  }

  private Optional<Worker> worker(CurrentUser user) {
    return user.find().flatMap(workers::find).filter(Worker::active);
  }

  /** Why the user may not enter the absence of somebody; empty if nothing stands against it. */
  Optional<String> refusal(CurrentUser user, String absentee) {
    if (user.is(Role.CAMUNDA_ADMIN)
        || worker(user).filter(keeper -> keeps(keeper, absentee)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "'%s' does not belong to a team that you supervise, so you cannot enter or see this absence. Ask their supervisor, for a supervisor the head of the agency, or an administrator."
            .formatted(absentee));
  }

  private boolean keeps(Worker keeper, String absentee) {
    return keeper.userId().equals(absentee)
        || workers
            .find(absentee)
            .filter(other -> supervises(keeper, other) || heads(keeper, other))
            .isPresent();
  }

  private boolean supervises(Worker keeper, Worker other) {
    return keeper.is(Role.SUPERVISOR)
        && supervised(keeper).stream().anyMatch(team -> other.teams().contains(team));
  }

  /** Also the teams of a supervisor for whom the keeper stands in today. */
  private Set<String> supervised(Worker keeper) {
    var supervisors = new HashSet<>(absences.deputisedBy(keeper.userId(), today(keeper)));
    supervisors.add(keeper.userId());
    return supervisors.stream()
        .flatMap(user -> teams.supervisedBy(user).stream())
        .map(Team::id)
        .collect(Collectors.toSet());
  }

  private LocalDate today(Worker keeper) {
    return LocalDate.now(
        clock.withZone(
            offices.find(keeper.officeId()).map(Office::timeZone).orElse(OfficeTime.WIB).zone()));
  }

  private boolean heads(Worker keeper, Worker other) {
    return keeper.is(Role.AGENCY_HEAD)
        && other.roles().contains(Role.SUPERVISOR)
        && agency(keeper).equals(agency(other));
  }

  private Optional<String> agency(Worker worker) {
    return offices.find(worker.officeId()).map(Office::agencyId);
  }

  /** Work stays in the agency; only an administrator lends it to another one. */
  Optional<String> refusalOfDeputy(CurrentUser user, AbsenceEntry entry) {
    if (user.is(Role.CAMUNDA_ADMIN)) {
      return Optional.empty();
    }
    var absentee = workers.find(String.valueOf(entry.userId()));
    return workers
        .find(String.valueOf(entry.deputy()))
        .filter(deputy -> absentee.filter(away -> agency(away).equals(agency(deputy))).isEmpty())
        .map(
            deputy ->
                "'%s' works for another agency; name a deputy of your own."
                    .formatted(deputy.userId()));
  }

  /** For whom the user may enter an absence, by name, and who has the roles to stand in. */
  List<Absentee> people(CurrentUser user) {
    var all = workers.list().stream().filter(Worker::active).toList();
    return all.stream()
        .filter(worker -> refusal(user, worker.userId()).isEmpty())
        .sorted(Comparator.comparing(Worker::fullName))
        .map(
            worker ->
                new Absentee(
                    worker.userId(),
                    worker.fullName(),
                    all.stream()
                        .filter(other -> !other.userId().equals(worker.userId()))
                        .filter(other -> agency(other).equals(agency(worker)))
                        .filter(other -> AbsenceRegister.hasRolesOf(worker, other))
                        .sorted(Comparator.comparing(Worker::fullName))
                        .map(other -> new Deputy(other.userId(), other.fullName()))
                        .toList()))
        .toList();
  }
}
