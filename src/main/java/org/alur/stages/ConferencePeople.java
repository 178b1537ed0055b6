package org.alur.stages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.casework.Case;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.casework.Cases;
import org.alur.casework.ConflictsOfInterest;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;

/**
 * Which colleagues can take part in a conference, chair it, or carry out what it decides: those of
 * the agency who work with people. Of a sealed case only who may see it anyway.
 */
@Component
class ConferencePeople {

  private static final Set<Role> WORK_WITH_PEOPLE =
      Set.of(
          Role.CASEWORKER,
          Role.WELFARE_STAFF,
          Role.SUPERVISOR,
          Role.AGENCY_HEAD,
          Role.COURT_LIAISON,
          Role.CLINICIAN);

  private final Workers workers;
  private final Offices offices;
  private final Cases cases;
  private final CaseReaders readers;
  private final CaseSupervisors supervisors;
  private final ConflictsOfInterest conflicts;

  ConferencePeople(
      Workers workers,
      Offices offices,
      Cases cases,
      CaseReaders readers,
      CaseSupervisors supervisors,
      ConflictsOfInterest conflicts) {
    this.workers = workers;
    this.offices = offices;
    this.cases = cases;
    this.readers = readers;
    this.supervisors = supervisors;
    this.conflicts = conflicts;
  }

  /** Those to choose from. */
  List<Map<String, String>> options(CaseNumber number) {
    return able(number).stream().map(ConferencePeople::option).toList();
  }

  /** Those to choose the chair from: whoever leads the case does not chair. */
  List<Map<String, String>> chairs(CaseNumber number) {
    return able(number).stream()
        .filter(worker -> !leads(worker.userId(), number))
        .map(ConferencePeople::option)
        .toList();
  }

  private static Map<String, String> option(Worker worker) {
    var role = worker.roles().stream().filter(WORK_WITH_PEOPLE::contains).findFirst().orElseThrow();
    return Map.of(
        "value",
        worker.userId(),
        "label",
        "%s (%s)".formatted(worker.fullName(), Words.of(role.name()).toLowerCase(Locale.ROOT)));
  }

  private List<Worker> able(CaseNumber number) {
    var found = cases.get(number);
    var ofAgency = officesOf(found);
    return workers.list().stream()
        .filter(worker -> obstacle(worker, found, ofAgency).isEmpty())
        .toList();
  }

  /** Why a colleague cannot take part, in a sentence; empty if nothing stands in the way. */
  Optional<String> obstacle(String userId, CaseNumber number) {
    var found = cases.get(number);
    var worker = workers.find(userId);
    return worker.isEmpty()
        ? Optional.of("Nobody of this name works here; choose somebody else.")
        : obstacle(worker.get(), found, officesOf(found));
  }

  private Optional<String> obstacle(Worker worker, Case found, Set<String> ofAgency) {
    if (!worksWithPeople(worker) || !ofAgency.contains(worker.officeId())) {
      return Optional.of(
          worker.fullName()
              + " does not work on cases of this agency; choose somebody else, or name them as"
              + " somebody from outside.");
    }
    if (conflicts.concerns(worker.userId(), found.number())) {
      return Optional.of(
          worker.fullName() + " has a conflict of interest in this case; choose somebody else.");
    }
    if (found.sealed() && !maySee(worker.userId(), found.number())) {
      return Optional.of(
          worker.fullName()
              + " may not see this sealed case. Choose somebody else, or let them see it first.");
    }
    return Optional.empty();
  }

  /**
   * At intake a case has no team yet, and only the supervisors of the office have it before them.
   */
  private boolean maySee(String userId, CaseNumber number) {
    return readers.mayWorkOn(userId, number) || supervisors.isSupervisor(userId, number);
  }

  /** The offices of the agency; all while a case has none. */
  private Set<String> officesOf(Case found) {
    var agency = found.officeId().flatMap(offices::find).map(Office::agencyId);
    return offices.list().stream()
        .filter(office -> agency.map(office.agencyId()::equals).orElse(true))
        .map(Office::id)
        .collect(Collectors.toSet());
  }

  private static boolean worksWithPeople(Worker worker) {
    return WORK_WITH_PEOPLE.stream().anyMatch(worker::is);
  }

  /** Whether a user leads the case. */
  boolean leads(String userId, CaseNumber number) {
    return cases.get(number).lead().filter(userId::equals).isPresent();
  }
}
