package org.alur.workload;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.LeadChoice.Ranked;
import org.alur.workload.LeadDecision.How;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes caseworkers responsible for cases: by the rules, or because somebody decided it. */
@Component
public class CaseAssignments {

  private final Cases cases;
  private final Workers workers;
  private final Offices offices;
  private final Candidates candidates;
  private final Caseloads caseloads;
  private final CaseloadDecisions ratings;
  private final LeadDecisions decisions;
  private final Clock clock;

  CaseAssignments(
      Cases cases,
      Workers workers,
      Offices offices,
      Candidates candidates,
      Caseloads caseloads,
      CaseloadDecisions ratings,
      LeadDecisions decisions,
      Clock clock) {
    this.cases = cases;
    this.workers = workers;
    this.offices = offices;
    this.candidates = candidates;
    this.caseloads = caseloads;
    this.ratings = ratings;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * Gives a case that nobody leads to the caseworker of its team whom the rules choose; why is kept
   * in any case.
   *
   * @return who leads the case now; empty if nobody can, so that it waits for the team and its
   *     supervisor
   */
  @Transactional
  public Optional<String> assignByRules(CaseNumber number) {
    var lead = currentLead(number);
    if (lead.isPresent()) {
      return lead;
    }
    caseloads.keepWeights();
    var needs = candidates.needsOf(number);
    needs.team().ifPresent(caseloads::lockTeam);
    var ranked = rankWithBestLocked(needs);
    var chosen = LeadChoice.best(ranked).map(Candidate::userId);
    var decision =
        decision(needs, How.RULES, chosen, ChoiceInWords.of(ranked), Optional.empty(), ranked);
    chosen.ifPresent(user -> cases.assignLead(number, user));
    decisions.file(decision);
    return chosen;
  }

  /** Whoever is chosen stays as found until the transaction ends: another case waits its turn. */
  private List<Ranked> rankWithBestLocked(CaseNeeds needs) {
    var choice = choice(needs, caseloads.limits().soft());
    var locked = new HashSet<String>();
    while (true) {
      var ranked = choice.rank(candidates.of(needs));
      var best = LeadChoice.best(ranked).map(Candidate::userId);
      if (best.isEmpty() || !locked.add(best.get())) {
        return ranked;
      }
      caseloads.lock(best.get());
    }
  }

  /**
   * Gives the case to a caseworker because a supervisor wants it so.
   *
   * @throws LeadRefused if something stands against it that nobody may overrule
   */
  @Transactional
  public void override(
      CaseNumber number, String user, String reason, String by, Optional<UUID> record) {
    decide(number, How.OVERRIDE, user, reason, by, record);
  }

  /**
   * Gives the case to the caseworker who has accepted it.
   *
   * @throws LeadRefused if something stands against it that nobody may overrule
   */
  @Transactional
  public void transfer(
      CaseNumber number, String user, String reason, String by, Optional<UUID> record) {
    decide(number, How.TRANSFER, user, reason, by, record);
  }

  /** Notes that somebody leads a case because they took, or were given, its first task. */
  void take(CaseNumber number, String user, String by) {
    var reason = user.equals(by) ? "Took the first task of the case." : "Was given the first task.";
    decide(number, How.TAKEN, user, reason, by, Optional.empty());
  }

  private void decide(
      CaseNumber number, How how, String user, String reason, String by, Optional<UUID> record) {
    caseloads.keepWeights();
    caseloads.lock(user);
    obstacleFor(number, user)
        .ifPresent(
            sentence -> {
              throw new LeadRefused(sentence);
            });
    var needs = candidates.needsOf(number);
    var ranked = choice(needs, caseloads.limits().soft()).rank(withOutsider(needs, user));
    var decision = decision(needs, how, Optional.of(user), reason, Optional.of(by), ranked);
    cases.assignLead(number, user, by);
    decisions.file(decision.filedAs(record));
  }

  private List<Candidate> withOutsider(CaseNeeds needs, String user) {
    var all = new ArrayList<>(candidates.of(needs));
    if (all.stream().noneMatch(candidate -> candidate.userId().equals(user))) {
      workers.find(user).map(worker -> candidates.candidate(worker, needs)).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Why a caseworker cannot be given a case at all, in a sentence; empty if nothing stands against
   * it. More than the soft limit is possible here, more than the hard limit never.
   */
  public Optional<String> obstacleFor(CaseNumber number, String user) {
    return obstacleFor(number, user, caseloads.limits().hard());
  }

  /** Why a caseworker cannot take a case without being asked; the soft limit counts. */
  Optional<String> obstacleForTaking(CaseNumber number, String user) {
    return obstacleFor(number, user, caseloads.limits().soft())
        .map(sentence -> sentence + " The supervisor can assign the case on the case page.");
  }

  private Optional<String> obstacleFor(CaseNumber number, String user, BigDecimal most) {
    var worker = workers.find(user).filter(found -> found.is(Role.CASEWORKER));
    if (worker.isEmpty()) {
      return Optional.of("Only an active caseworker can lead a case. Choose somebody else.");
    }
    var needs = candidates.needsOf(number);
    return choice(needs, most)
        .rank(List.of(candidates.candidate(worker.get(), needs)))
        .get(0)
        .obstacles()
        .stream()
        .sorted()
        .findFirst()
        .map(obstacle -> sentence(worker.get(), obstacle, needs, most));
  }

  private static String sentence(
      Worker worker, Obstacle obstacle, CaseNeeds needs, BigDecimal most) {
    return obstacle == Obstacle.NO_ROOM
        ? "%s has no room: with this case (%s) the caseload would weigh more than %s. Choose somebody else."
            .formatted(worker.fullName(), plain(needs.weight()), plain(most))
        : "%s %s. Choose somebody else.".formatted(worker.fullName(), obstacle.words());
  }

  /** What the cases weigh that a caseworker leads. */
  public BigDecimal caseloadOf(String user) {
    return caseloads.of(user);
  }

  /**
   * Somebody who might lead a case.
   *
   * @param caseload what the cases weigh that this caseworker leads
   * @param full the weight that counts as full
   * @param otherOffice the office that the case would move to; empty if it stays where it is
   */
  public record Choice(
      String userId,
      String name,
      BigDecimal caseload,
      BigDecimal full,
      Optional<String> otherOffice) {}

  /** The office that a case would move to with this caseworker; empty if it stays. */
  public Optional<String> otherOffice(CaseNumber number, String user) {
    return workers
        .find(user)
        .map(Worker::officeId)
        .filter(office -> cases.get(number).officeId().filter(office::equals).isEmpty())
        .flatMap(offices::find)
        .map(Office::name);
  }

  /** The caseworkers of the agency whom a supervisor can choose for a case, the fittest first. */
  public List<Choice> choices(CaseNumber number) {
    var limits = caseloads.limits();
    var needs = candidates.needsOf(number);
    var present = cases.get(number).lead();
    return choice(needs, limits.hard()).rank(candidates.ofAgency(number, needs)).stream()
        .filter(Ranked::isPossible)
        .map(Ranked::candidate)
        .filter(candidate -> present.filter(candidate.userId()::equals).isEmpty())
        .map(
            candidate ->
                new Choice(
                    candidate.userId(),
                    workers.find(candidate.userId()).map(Worker::fullName).orElse(""),
                    candidate.caseload(),
                    limits.soft(),
                    otherOffice(number, candidate.userId())))
        .toList();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private LeadChoice choice(CaseNeeds needs, BigDecimal most) {
    return new LeadChoice(ratings, needs.weight(), caseloads.limits().soft(), most);
  }

  private LeadDecision decision(
      CaseNeeds needs,
      How how,
      Optional<String> lead,
      String reason,
      Optional<String> by,
      List<Ranked> considered) {
    return new LeadDecision(
        needs,
        how,
        lead,
        cases.get(needs.number()).lead(),
        reason,
        caseloads.limits(),
        by,
        clock.instant(),
        Optional.empty(),
        considered);
  }

  /** A lead who does not work as a caseworker any more leads no longer. */
  Optional<String> currentLead(CaseNumber number) {
    return cases
        .get(number)
        .lead()
        .filter(user -> workers.find(user).filter(lead -> lead.is(Role.CASEWORKER)).isPresent());
  }
}
