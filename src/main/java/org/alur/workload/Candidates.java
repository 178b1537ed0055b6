package org.alur.workload;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.Beneficiary;
import org.alur.casework.Case;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.ConflictsOfInterest;
import org.alur.casework.Person;
import org.alur.casework.PersonDetails;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who might lead a case, and what stands for and against each. */
@Component
class Candidates {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final CaseFacts facts;
  private final Collectives collectives;
  private final Caseloads caseloads;
  private final CaseloadDecisions decisions;
  private final Workers workers;
  private final Offices offices;
  private final Deputies deputies;
  private final ConflictsOfInterest conflicts;
  private final Clock clock;
  private final Licences licences;

  Candidates(
      JdbcClient jdbc,
      Cases cases,
      CaseFacts facts,
      Collectives collectives,
      Caseloads caseloads,
      CaseloadDecisions decisions,
      Workers workers,
      Offices offices,
      Deputies deputies,
      ConflictsOfInterest conflicts,
      Clock clock,
      Licences licences) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.facts = facts;
    this.collectives = collectives;
    this.caseloads = caseloads;
    this.decisions = decisions;
    this.workers = workers;
    this.offices = offices;
    this.deputies = deputies;
    this.conflicts = conflicts;
    this.clock = clock;
    this.licences = licences;
  }

  /** What a case asks for. */
  CaseNeeds needsOf(CaseNumber number) {
    var found = cases.get(number);
    var person = facts.person(number);
    return new CaseNeeds(
        number,
        found.teamId(),
        caseloads.weightOf(found.riskLevel()),
        skill(found, person),
        person.map(Person::details).flatMap(PersonDetails::language),
        region(found.beneficiary(), person));
  }

  private Optional<String> skill(Case found, Optional<Person> person) {
    var today = WesternIndonesia.today(clock);
    return decisions.neededSkill(
        person.filter(known -> !known.details().disabilities().isEmpty()).isPresent(),
        person.flatMap(known -> known.age(today)),
        found.beneficiary().type().name());
  }

  private Optional<String> region(Beneficiary beneficiary, Optional<Person> person) {
    return person
        .map(Person::details)
        .flatMap(PersonDetails::regionCode)
        .or(() -> collectives.find(beneficiary.id()).flatMap(Collectives.Collective::regionCode));
  }

  /** The caseworkers of the case's team. */
  List<Candidate> of(CaseNeeds needs) {
    return needs.team().stream()
        .flatMap(
            team ->
                workers.list().stream()
                    .filter(worker -> worker.is(Role.CASEWORKER) && worker.isIn(team)))
        .map(worker -> candidate(worker, needs))
        .toList();
  }

  /** The caseworkers of the agency that the case belongs to. */
  List<Candidate> ofAgency(CaseNumber number, CaseNeeds needs) {
    return cases.get(number).officeId().flatMap(offices::find).map(Office::agencyId).stream()
        .flatMap(agency -> workers.ofAgency(agency, Role.CASEWORKER).stream())
        .map(worker -> candidate(worker, needs))
        .toList();
  }

  Candidate candidate(Worker worker, CaseNeeds needs) {
    return new Candidate(
        worker.userId(),
        obstacles(worker, needs.number()),
        needs.fitOf(worker),
        caseloads.of(worker.userId()),
        lastAssigned(worker.userId()));
  }

  private Set<Obstacle> obstacles(Worker worker, CaseNumber number) {
    var obstacles = EnumSet.noneOf(Obstacle.class);
    if (!licences.mayPractise(worker)) {
      obstacles.add(Obstacle.NO_LICENCE);
    }
    if (deputies.isAbsent(worker.userId())) {
      obstacles.add(Obstacle.ABSENT);
    }
    if (conflicts.concerns(worker.userId(), number)) {
      obstacles.add(Obstacle.CONFLICT);
    }
    return obstacles;
  }

  private Optional<Instant> lastAssigned(String userId) {
    return jdbc.sql(
            """
            SELECT changed_at FROM case_changes WHERE what = 'LEAD' AND new_value = :user
            ORDER BY changed_at DESC LIMIT 1
            """)
        .param("user", userId)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
