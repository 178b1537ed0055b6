package org.alur.stages;

import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.organisation.Team;
import org.alur.organisation.Teams;
import org.springframework.stereotype.Component;

/** Gives a case from intake to the team that works on it. */
@Component
class Handover {

  /** The choice that lets the district decide. */
  static final String AUTOMATIC = "AUTOMATIC";

  private final Cases cases;
  private final CaseFacts facts;
  private final Collectives collectives;
  private final Teams teams;

  Handover(Cases cases, CaseFacts facts, Collectives collectives, Teams teams) {
    this.cases = cases;
    this.facts = facts;
    this.collectives = collectives;
    this.teams = teams;
  }

  /** The teams that can take a case: those with a caseworker. */
  List<Team> teams() {
    return teams.withCaseworkers();
  }

  /** The team that a choice means; empty if no team can be found. */
  Optional<String> team(CaseNumber number, String choice) {
    if (!choice.equals(AUTOMATIC)) {
      return teams().stream().map(Team::id).filter(choice::equals).findFirst();
    }
    return region(number).flatMap(teams::serving).map(Team::id).or(() -> nearest(number));
  }

  private Optional<String> region(CaseNumber number) {
    return facts
        .person(number)
        .flatMap(person -> person.details().regionCode())
        .or(
            () ->
                collectives
                    .find(cases.get(number).beneficiary().id())
                    .flatMap(Collectives.Collective::regionCode));
  }

  /** The team of whoever took the request, else one of the same office, else any. */
  private Optional<String> nearest(CaseNumber number) {
    var found = cases.get(number);
    var able = teams();
    return able.stream()
        .filter(team -> found.teamId().filter(team.id()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                able.stream()
                    .filter(team -> found.officeId().filter(team.officeId()::equals).isPresent())
                    .findFirst())
        .or(() -> able.stream().findFirst())
        .map(Team::id);
  }

  /** Hands the case over. */
  void handOver(FiledForm form) {
    team(form.number(), form.said().text("teamId"))
        .ifPresent(team -> cases.assignTeam(form.number(), team, form.by()));
    cases.handOver(form.number(), form.by());
  }
}
