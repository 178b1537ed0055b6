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
  private final CaseHeads heads;

  CaseSupervisors(
      CaseCrews crews, Workers workers, Teams teams, Deputies deputies, CaseHeads heads) {
    this.crews = crews;
    this.workers = workers;
    this.teams = teams;
    this.deputies = deputies;
    this.heads = heads;
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

  /**
   * Who has to agree besides that a caseworker is given a case: the supervisor of the team that the
   * case goes to; if it has none, one of the office. Nobody if the team stays, unless the head of
   * the agency decided over the supervisor; nobody if that is the same person as who agreed
   * already, and nobody who has a part in the transfer.
   */
  Optional<String> receiving(CaseTransfer transfer) {
    var agreed = transfer.agreedBy();
    return crews
        .find(transfer.number().value())
        .flatMap(
            crew ->
                moved(crew, transfer.to())
                    .or(() -> agreed.filter(user -> decidesAsHead(user, crew)).map(user -> crew)))
        .map(crew -> ofTeam(crew).map(List::of).orElseGet(() -> ofOffice(crew)))
        .filter(
            all -> all.stream().noneMatch(user -> agreed.filter(isOrStandsInFor(user)).isPresent()))
        .flatMap(
            all ->
                all.stream()
                    .filter(user -> !transfer.isOfInterestTo(user))
                    .filter(user -> !transfer.isOfInterestTo(deputies.present(user)))
                    .findFirst());
  }

  private Predicate<String> isOrStandsInFor(String supervisor) {
    return user -> user.equals(supervisor) || user.equals(deputies.present(supervisor));
  }

  /** The crew of the case when it has another lead; empty if its team stays. */
  private Optional<CaseCrew> moved(CaseCrew crew, String lead) {
    return workers
        .find(lead)
        .filter(worker -> crew.team().filter(worker::isIn).isEmpty())
        .map(
            worker ->
                new CaseCrew(
                    crew.caseNumber(),
                    Optional.of(lead),
                    worker.teams().stream().min(String::compareTo),
                    Optional.of(worker.officeId()),
                    crew.sealed()));
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

  /**
   * Whether this user may give the case to somebody else: supervises it, or heads the agency and
   * does not lead it. What is sealed does not concern the head.
   */
  public boolean mayGiveAway(String userId, CaseNumber number) {
    return isSupervisor(userId, number)
        || crews.find(number.value()).filter(crew -> isHead(userId, crew)).isPresent();
  }

  private boolean isHead(String userId, CaseCrew crew) {
    return !crew.sealed() && isNotLead(crew).test(userId) && heads.of(crew).contains(userId);
  }

  private boolean decidesAsHead(String userId, CaseCrew crew) {
    return isHead(userId, crew) && !isSupervisor(userId, new CaseNumber(crew.caseNumber()));
  }

  /** Whether this user leads the case, today perhaps as a deputy, or supervises it. */
  public boolean leadsOrSupervises(String userId, CaseNumber number) {
    var lead = crews.find(number.value()).flatMap(CaseCrew::lead);
    return lead.filter(userId::equals).isPresent()
        || lead.filter(deputies.deputisedBy(userId)::contains).isPresent()
        || isSupervisor(userId, number);
  }

  private boolean supervises(String userId, CaseCrew crew) {
    return ofTeam(crew).filter(userId::equals).isPresent() || ofOffice(crew).contains(userId);
  }
}
