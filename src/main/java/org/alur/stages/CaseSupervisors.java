package org.alur.stages;

import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.organisation.Role;
import org.alur.organisation.Team;
import org.alur.organisation.Teams;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/** Who supervises a case: the supervisor of its team, or one of the same office. */
@Component
class CaseSupervisors {

  private final Cases cases;
  private final Workers workers;
  private final Teams teams;

  CaseSupervisors(Cases cases, Workers workers, Teams teams) {
    this.cases = cases;
    this.workers = workers;
    this.teams = teams;
  }

  /** Whether this user supervises the case, and does not lead it. */
  boolean isSupervisor(String userId, CaseNumber number) {
    var found = cases.get(number);
    Optional<String> ofTeam = found.teamId().flatMap(teams::find).flatMap(Team::supervisor);
    return found.lead().filter(userId::equals).isEmpty()
        && workers
            .find(userId)
            .filter(worker -> worker.is(Role.SUPERVISOR))
            .filter(
                worker ->
                    ofTeam.filter(userId::equals).isPresent()
                        || found.officeId().filter(worker.officeId()::equals).isPresent())
            .map(Worker::userId)
            .isPresent();
  }
}
