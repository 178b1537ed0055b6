package org.alur.deadlines;

import java.util.List;
import java.util.Optional;
import org.alur.casework.Case;
import org.alur.casework.Cases;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Team;
import org.alur.organisation.Teams;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;

/** Knows who has to be told that a step is due or late. */
@Component
class Superiors {

  private final Cases cases;
  private final CaseSupervisors supervisors;
  private final Teams teams;
  private final Offices offices;
  private final Workers workers;

  Superiors(
      Cases cases, CaseSupervisors supervisors, Teams teams, Offices offices, Workers workers) {
    this.cases = cases;
    this.supervisors = supervisors;
    this.teams = teams;
    this.offices = offices;
    this.workers = workers;
  }

  /**
   * Whom a rung is told; where nobody has that office, the next one up.
   *
   * @param assignee who does the step, if anybody has taken it
   */
  List<String> of(Deadline deadline, Rung rung, Optional<String> assignee) {
    var found = cases.get(deadline.number());
    return switch (rung) {
      case REMINDER -> assignee.or(found::lead).map(List::of).orElseGet(() -> supervisors(found));
      case SUPERVISOR -> supervisors(found);
      case AGENCY_HEAD -> heads(found);
    };
  }

  private List<String> supervisors(Case found) {
    var present = supervisors.of(found.number());
    return present.isEmpty() ? heads(found) : present;
  }

  private List<String> heads(Case found) {
    return found
        .officeId()
        .or(() -> found.teamId().flatMap(teams::find).map(Team::officeId))
        .flatMap(offices::find)
        .map(Office::agencyId)
        .map(agency -> workers.ofAgency(agency, Role.AGENCY_HEAD))
        .orElse(List.of())
        .stream()
        .map(Worker::userId)
        .toList();
  }
}
