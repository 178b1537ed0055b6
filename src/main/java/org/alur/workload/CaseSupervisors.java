package org.alur.workload;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.alur.organisation.Team;
import org.alur.organisation.Teams;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/**
 * Who supervises a case: the supervisor of its team, or those of its office; instead of somebody
 * absent the deputy. Whoever leads the case does not supervise it.
 */
@Component
public class CaseSupervisors {

  private final CaseCrews crews;
  private final Workers workers;
  private final Teams teams;
  private final Deputies deputies;

  CaseSupervisors(CaseCrews crews, Workers workers, Teams teams, Deputies deputies) {
    this.crews = crews;
    this.workers = workers;
    this.teams = teams;
    this.deputies = deputies;
  }

  /** Who is told of the case today: the supervisor of the team; if it has none, of the office. */
  public List<String> of(CaseNumber number) {
    return crews.find(number.value()).map(this::present).orElse(List.of());
  }

  private List<String> present(CaseCrew crew) {
    var ofTeam = ofTeam(crew).map(deputies::present).filter(isNotLead(crew));
    return ofTeam
        .map(List::of)
        .orElseGet(
            () ->
                ofOffice(crew).stream()
                    .map(deputies::present)
                    .filter(isNotLead(crew))
                    .distinct()
                    .toList());
  }

  private static Predicate<String> isNotLead(CaseCrew crew) {
    return user -> crew.lead().filter(user::equals).isEmpty();
  }

  /** The supervisor of the team, absent or not. */
  Optional<String> ofTeam(CaseCrew crew) {
    return crew.team().flatMap(teams::find).flatMap(Team::supervisor).filter(this::isActive);
  }

  private boolean isActive(String userId) {
    return workers.find(userId).filter(Worker::active).isPresent();
  }

  /** The supervisors of the office, absent or not. */
  List<String> ofOffice(CaseCrew crew) {
    return workers.list().stream()
        .filter(worker -> worker.is(Role.SUPERVISOR))
        .filter(worker -> crew.office().filter(worker.officeId()::equals).isPresent())
        .map(Worker::userId)
        .toList();
  }

  /** Whether this user supervises the case today, and does not lead it. */
  public boolean isSupervisor(String userId, CaseNumber number) {
    return crews
        .find(number.value())
        .filter(crew -> isNotLead(crew).test(userId))
        .filter(
            crew ->
                workers.find(userId).filter(worker -> worker.is(Role.SUPERVISOR)).isPresent()
                    && (supervises(userId, crew)
                        || deputies.deputisedBy(userId).stream()
                            .anyMatch(absent -> supervises(absent, crew))))
        .isPresent();
  }

  private boolean supervises(String userId, CaseCrew crew) {
    return ofTeam(crew).filter(userId::equals).isPresent() || ofOffice(crew).contains(userId);
  }
}
